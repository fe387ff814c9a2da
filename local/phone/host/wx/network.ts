/** Whether the phone has a signal. The page that holds the phone switches it. */
export type Network = Readonly<{
  online(): boolean;
  /**
   * @param online false: `wx.cloud` and every transfer fail as without signal, those under way too
   */
  setOnline(online: boolean): void;
  /** Tells `listener` of every change. */
  listen(listener: (online: boolean) => void): void;
  /** Aborted when the signal is lost next. */
  signal(): AbortSignal;
}>;

declare global {
  interface Window {
    /** What the page that holds a phone may do to it. */
    phone: Pick<Network, "setOnline">;
  }
}

export function createNetwork(): Network {
  let online = true;
  let lost = new AbortController();
  const listeners = new Set<(online: boolean) => void>();

  function setOnline(next: boolean): void {
    if (next === online) return;
    online = next;
    if (!online) lost.abort();
    lost = new AbortController();
    for (const listener of [...listeners]) listener(online);
  }

  window.phone = { setOnline };
  return {
    online: () => online,
    setOnline,
    listen: (listener) => void listeners.add(listener),
    signal: () => lost.signal,
  };
}
