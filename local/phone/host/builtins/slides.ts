import type { GeneralComponent } from "glass-easel";
import { ownSegment } from "./segments.ts";

export type Slide = GeneralComponent;

type Placing = Readonly<{
  /** The slide that is seen first. */
  index: number;
  /** How far the finger has pulled them forth, in slides. */
  shift: number;
  /** How long they take to get there. */
  milliseconds: number;
  circular: boolean;
  vertical: boolean;
  displayMultipleItems: number;
}>;

const places = new WeakMap<Slide, number>();

/**
 * Moves each slide to its place. In a circle the slides that would come last may come before the
 * first.
 */
export function placeSlides(slides: readonly Slide[], placing: Placing): void {
  const { index, shift, milliseconds, circular, vertical, displayMultipleItems } = placing;
  const count = slides.length;
  for (const [at, slide] of slides.entries()) {
    const straight = at - index - shift;
    const place =
      circular && count > displayMultipleItems
        ? around(straight, count, displayMultipleItems)
        : straight;
    const before = places.get(slide) ?? place;
    places.set(slide, place);
    // One that goes from one end of the circle to the other does so unseen, without moving through.
    const moves = milliseconds > 0 && Math.abs(place - before) < Math.max(1.5, count - 1);
    const where = `${place * 100}%`;
    slide.setNodeStyle(
      `transform:translate(${vertical ? `0,${where}` : `${where},0`});` +
        `transition:${moves ? `transform ${milliseconds}ms` : "none"}`,
      ownSegment,
    );
  }
}

/**
 * The place in the circle that is nearest to what is seen: none is further back than one slide and
 * a half.
 */
function around(place: number, count: number, shown: number): number {
  const first = -Math.min(1.5, (count - shown) / 2 + 0.5);
  return first + ((((place - first) % count) + count) % count);
}
