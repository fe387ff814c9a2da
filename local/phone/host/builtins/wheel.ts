/** A column of rows of one height of which the one in the middle is chosen. */
export type Wheel = Readonly<{
  /** Turns to a row at once, and tells nobody. */
  show(index: number): void;
  index(): number;
}>;

export type WheelHabits = Readonly<{
  /** How many rows there are now. */
  count(): number;
  /** Pixels. */
  rowHeight(): number;
  started?(): void;
  /** Another row is in the middle, by finger, mouse wheel or a click on it. */
  picked(index: number): void;
  ended?(): void;
}>;

/** Without news for this long the wheel stands still. */
const restMilliseconds = 100;

/** Makes a wheel of an element that scrolls and snaps to its rows (see base.css). */
export function createWheel(scroller: HTMLElement, habits: WheelHabits): Wheel {
  let index = 0;
  let timer = 0;
  let turning = false;

  const clamp = (row: number) => Math.max(0, Math.min(habits.count() - 1, row));
  const pick = (row: number) => {
    const next = clamp(row);
    if (next === index) return;
    index = next;
    habits.picked(index);
  };
  const begin = () => {
    if (!turning) habits.started?.();
    turning = true;
  };
  const rest = () => {
    // A wheel whose turn made another set of columns has given way to a new one.
    if (!scroller.isConnected) return;
    const height = habits.rowHeight();
    if (height > 0) pick(Math.round(scroller.scrollTop / height));
    if (turning) habits.ended?.();
    turning = false;
  };
  const restSoon = () => {
    clearTimeout(timer);
    if (turning) timer = window.setTimeout(rest, restMilliseconds);
  };
  // The page turns it by scrolling too, so only what a person does starts the wheel.
  scroller.addEventListener("touchstart", begin, { passive: true });
  scroller.addEventListener("touchend", restSoon);
  scroller.addEventListener("wheel", begin, { passive: true });
  scroller.addEventListener("wheel", restSoon, { passive: true });
  scroller.addEventListener("scroll", restSoon);
  scroller.addEventListener("click", ({ clientY }) => {
    const { top, height } = scroller.getBoundingClientRect();
    const rowHeight = habits.rowHeight();
    // Whoever brings a far row into view before the click has turned the wheel without a finger.
    const place = scroller.scrollTop + clientY - top - height / 2;
    const row = clamp(Math.round(place / rowHeight));
    if (row === index) return;
    begin();
    scroller.scrollTo({ top: row * rowHeight, behavior: "smooth" });
    pick(row);
  });
  return {
    show(row) {
      index = clamp(row);
      scroller.scrollTo({ top: index * habits.rowHeight(), behavior: "instant" });
    },
    index: () => index,
  };
}
