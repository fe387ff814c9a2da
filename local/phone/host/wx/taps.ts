/**
 * Remembers whether a finger has just tapped: WeChat lets some APIs (`requestSubscribeMessage`) be
 * called only from a tap, and refuses them once the app has waited for something else.
 */
export type Taps = Readonly<{
  /** A tap happens now. */
  note(): void;
  /** Whether what runs now was set off by a tap. */
  fresh(): boolean;
}>;

/**
 * Callbacks of a dialog come a timer later than the tap that closed it; a call to the cloud does
 * not.
 */
const freshMilliseconds = 20;

export function createTaps(): Taps {
  let current = 0;
  let spent = 0;
  return {
    note() {
      current += 1;
      const noted = current;
      setTimeout(() => {
        spent = noted;
      }, freshMilliseconds);
    },
    fresh: () => current > spent,
  };
}
