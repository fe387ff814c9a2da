import { pointOf } from "./pointer.ts";
import type { Swiper } from "./swiper.ts";

/** A finger that leaves within this time has flicked: a short way is enough. */
const flickMilliseconds = 300;
const flickPixels = 30;

type Slider = Readonly<{
  count(): number;
  index(): number;
  /** A finger holds the slides. */
  hold(): void;
  /** It has pulled them this far, in slides. */
  pull(shift: number): void;
  /** It lets go: on to the next (1), back (-1), or stay (0). */
  release(by: -1 | 0 | 1): void;
}>;

/** Lets a finger move a swiper along its axis; a pull across it is left to the page. */
export function swipe({ dom, values, on, emit }: Swiper, slider: Slider): void {
  let start: { x: number; y: number; at: number } | undefined;
  let along: boolean | undefined;
  let pixels = 0;

  const size = () => {
    const { vertical, displayMultipleItems } = values();
    return (vertical ? dom.clientHeight : dom.clientWidth) / displayMultipleItems || 1;
  };
  const allowed = (by: -1 | 1) => {
    const { circular, displayMultipleItems } = values();
    const next = slider.index() + by;
    const inRange = next >= 0 && next <= slider.count() - displayMultipleItems;
    return slider.count() > 1 && (circular || inRange);
  };
  on("touchstart", (event) => {
    const point = pointOf(event.getOriginalEvent());
    start = point && { ...point, at: event.timeStamp };
    along = undefined;
    pixels = 0;
    slider.hold();
  });
  on("touchmove", (event) => {
    const point = pointOf(event.getOriginalEvent());
    if (!start || !point || along === false) return;
    const { vertical } = values();
    const [x, y] = [point.x - start.x, point.y - start.y];
    if (along === undefined && Math.hypot(x, y) < 5) return;
    along ??= vertical ? Math.abs(y) > Math.abs(x) : Math.abs(x) > Math.abs(y);
    if (!along) return;
    event.preventDefault();
    pixels = -(vertical ? y : x);
    const free = allowed(pixels > 0 ? 1 : -1);
    slider.pull((pixels / size()) * (free ? 1 : 0.2));
    emit("transition", vertical ? { dx: 0, dy: pixels } : { dx: pixels, dy: 0 });
  });
  const release = (at: number) => {
    if (!start) return;
    const flick = at - start.at < flickMilliseconds && Math.abs(pixels) > flickPixels;
    start = undefined;
    const by = pixels > 0 ? 1 : -1;
    const far = flick || Math.abs(pixels) > size() / 2;
    slider.release(along && far && allowed(by) ? by : 0);
  };
  on("touchend", (event) => release(event.timeStamp));
  on("touchcancel", (event) => release(event.timeStamp));
}
