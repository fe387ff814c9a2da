/** Whether the phone has a signal. The page that holds the phone switches it. */
export type Network = Readonly<{
  online(): boolean;
  /** @param online false: `wx.cloud` and every transfer fail as without signal. */
  setOnline(online: boolean): void;
  /** Tells `listener` of every change, in order. */
  listen(listener: NetworkListener): void;
  unlisten(listener: NetworkListener): void;
}>;

export type NetworkListener = (online: boolean) => void;

export function createNetwork(): Network {
  let online = true;
  const listeners = new Set<NetworkListener>();
  return {
    online: () => online,
    setOnline(next) {
      if (next === online) return;
      online = next;
      for (const listener of [...listeners]) listener(online);
    },
    listen: (listener) => void listeners.add(listener),
    unlisten: (listener) => void listeners.delete(listener),
  };
}
