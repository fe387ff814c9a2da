import type { Phone } from "../phone.ts";

/**
 * A touch as WeChat tells it. `page…` is measured from the page's top left, `client…` from its
 * window's.
 */
export type Touch = Readonly<{
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  force: number;
  /** Only on a canvas: from the canvas's top left. */
  x?: number;
  y?: number;
}>;

/** A finger as browsers tell it, from the top left of the phone. */
export type Finger = Readonly<{
  identifier: number;
  clientX: number;
  clientY: number;
  target: EventTarget | null;
}>;

/** A mouse seen as a finger. */
export function fingerOf({ clientX, clientY, target }: MouseEvent): Finger {
  return { identifier: 0, clientX, clientY, target };
}

export function touchAt(phone: Phone, finger: Finger): Touch {
  const scroller = phone.currentPage()?.scroller;
  const { left, top } = scroller?.getBoundingClientRect() ?? { left: 0, top: 0 };
  const clientX = finger.clientX - left;
  const clientY = finger.clientY - top;
  return {
    identifier: finger.identifier,
    clientX,
    clientY,
    pageX: clientX + (scroller?.scrollLeft ?? 0),
    pageY: clientY + (scroller?.scrollTop ?? 0),
    force: 1,
    ...onCanvas(finger),
  };
}

export type Touches = Readonly<{ touches: Touch[]; changedTouches: Touch[] }>;

export function fingersOf(phone: Phone, event: TouchEvent): Touches {
  const tell = (fingers: TouchList) => [...fingers].map((finger) => touchAt(phone, finger));
  return { touches: tell(event.touches), changedTouches: tell(event.changedTouches) };
}

function onCanvas({ target, clientX, clientY }: Finger): { x?: number; y?: number } {
  const canvas = target instanceof Element ? target.closest("wx-canvas") : null;
  if (!canvas) return {};
  const { left, top } = canvas.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}
