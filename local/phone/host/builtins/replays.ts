import { pointOf } from "./pointer.ts";

/** A replay is not far, in pixels, from where the finger left the glass. */
const nearness = 10;

/** What a finger let go of last, and where. */
type Release = Readonly<{ target: EventTarget | null; x: number; y: number }>;

/**
 * After a tap by finger browsers replay it as mouse events, on whatever lies under the finger by
 * then: a layer that the tap has just opened, or the next page. Nobody has touched that one, so it
 * gets neither the click nor the focus.
 * @param isEcho whether an event comes so soon after a touch that it may be its replay
 */
export function swallowStrayReplays(isEcho: (event: Event) => boolean): void {
  let last: Release | undefined;
  window.addEventListener(
    "touchend",
    (event) => {
      const point = pointOf(event);
      last = point && { target: event.target, ...point };
    },
    { capture: true, passive: true },
  );
  for (const type of ["mousedown", "click"] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (!last || !isEcho(event) || !isNear(event, last)) return;
        if (surfaceOf(event.target) === surfaceOf(last.target)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
}

function isNear({ clientX, clientY }: MouseEvent, { x, y }: Release): boolean {
  return Math.abs(clientX - x) <= nearness && Math.abs(clientY - y) <= nearness;
}

/** The page or the layer that something belongs to; none for the bars. */
function surfaceOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(".phone-page, .phone-overlay > *") : null;
}
