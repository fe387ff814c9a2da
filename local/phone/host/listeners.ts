/** Those who want to hear of something, in WeChat's manner of `onX` and `offX`. */
export type Listeners<T> = Readonly<{
  on(listener: (value: T) => void): void;
  /** Forgets one listener, or all. */
  off(listener?: (value: T) => void): void;
  tell(value: T): void;
}>;

/** @param report hears what a listener throws; the others are told nevertheless */
export function openListeners<T>(report: (error: unknown) => void): Listeners<T> {
  const listeners = new Set<(value: T) => void>();
  return {
    on: (listener) => void listeners.add(listener),
    off(listener) {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    tell(value) {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          report(error);
        }
      }
    },
  };
}
