import type { ShadowedEvent } from "glass-easel";
import type { Part } from "./builtin.ts";
import { flag, number, text } from "./properties.ts";
import { ownSegment } from "./segments.ts";

/**
 * WeChat's pressed look: a class that comes shortly after the finger and stays a little after it.
 */
export function hoverProperties(hoverClass: string, startMilliseconds: number, stay: number) {
  return {
    hoverClass: text(hoverClass),
    hoverStartTime: number(startMilliseconds),
    hoverStayTime: number(stay),
    hoverStopPropagation: flag(),
  };
}

type HoverProperties = ReturnType<typeof hoverProperties>;

/** Touches that a built-in further in keeps from its ancestors. */
const kept = new WeakSet<object>();

/** @param enabled asked at each touch; a disabled button does not look pressed */
export function hover(part: Part<HoverProperties>, enabled: () => boolean = () => true): void {
  const { component, values, on } = part;
  let showing = 0;
  let hiding = 0;
  /** When the class comes that this touch brings; undefined while no touch brings one. */
  let dueAt: number | undefined;
  const show = (className: string) => component.setNodeClass(className, ownSegment);
  const hideAfter = (milliseconds: number) => {
    clearTimeout(hiding);
    hiding = window.setTimeout(() => show(""), milliseconds);
  };
  const give = () => {
    if (dueAt === undefined) return;
    dueAt = undefined;
    clearTimeout(showing);
    hideAfter(0);
  };
  on("touchstart", (event) => {
    const { hoverClass, hoverStartTime, hoverStopPropagation } = values();
    if (hoverClass === "none" || hoverClass === "" || isKept(event) || !enabled()) return;
    if (hoverStopPropagation) keep(event);
    if (!isOneFinger(event)) return;
    clearTimeout(hiding);
    dueAt = Date.now() + hoverStartTime;
    showing = window.setTimeout(() => show(hoverClass), hoverStartTime);
  });
  on("canceltap", give);
  on("touchcancel", give);
  // A quick tap lets go before the class has come: it comes all the same, and then stays its time.
  on("touchend", () => {
    if (dueAt !== undefined) hideAfter(Math.max(0, dueAt - Date.now()) + values().hoverStayTime);
    dueAt = undefined;
  });
}

function isKept(event: ShadowedEvent<unknown>): boolean {
  const original = event.getOriginalEvent();
  return typeof original === "object" && original !== null && kept.has(original);
}

function keep(event: ShadowedEvent<unknown>): void {
  const original = event.getOriginalEvent();
  if (typeof original === "object" && original !== null) kept.add(original);
}

function isOneFinger(event: ShadowedEvent<unknown>): boolean {
  const touches = event.extraFields?.touches;
  return Array.isArray(touches) && touches.length === 1;
}
