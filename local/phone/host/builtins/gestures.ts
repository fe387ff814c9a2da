import type { Element as Node } from "glass-easel";
import type { Platform } from "../wx/platform.ts";
import { dispatch, nodeAt } from "./dispatch.ts";
import { listenForMotion } from "./motion.ts";
import { swallowStrayReplays } from "./replays.ts";
import { type Finger, fingerOf, fingersOf, type Touch, touchAt } from "./touches.ts";

/** Past this many pixels a touch is a drag, not a tap. */
const slop = 10;

/** WeChat: a finger that rests longer than this is a long press. */
const longPressMilliseconds = 350;

/** After a touch, browsers replay it as mouse events; those within this time are that echo. */
const echoMilliseconds = 1000;

/** One finger down that may still become a tap. */
type Candidate = Readonly<{ target: Node; x: number; y: number; timer: number }>;

/**
 * Turns what the browser says of fingers, mouse, transitions and animations into the bubbling
 * events of WeChat: `touchstart`, `touchmove`, `touchend`, `touchcancel`, `tap`, `longpress`,
 * `longtap`, `transitionend`, `animationstart`, `animationiteration`, `animationend`. `canceltap`
 * is ours: a tap that a drag has ended, and whoever scrolls drags.
 */
export function listenForGestures(platform: Platform): void {
  let candidate: Candidate | undefined;

  const drop = (event: Event, touch?: Touch) => {
    if (!candidate) return;
    clearTimeout(candidate.timer);
    const { target } = candidate;
    candidate = undefined;
    dispatch(target, "canceltap", {}, touch ? { touches: [], changedTouches: [touch] } : {}, event);
  };

  const press = (event: Event, target: Node, finger: Finger) => {
    const touch = touchAt(platform.phone, finger);
    const fields = { touches: [touch], changedTouches: [touch] };
    const timer = window.setTimeout(() => {
      const detail = { x: touch.pageX, y: touch.pageY };
      const taken = dispatch(target, "longpress", detail, fields, event).heard;
      dispatch(target, "longtap", detail, fields, event);
      if (taken) candidate = undefined;
    }, longPressMilliseconds);
    candidate = { target, x: finger.clientX, y: finger.clientY, timer };
  };

  const drag = (event: Event, finger: Finger) => {
    if (!candidate) return;
    const { x, y } = candidate;
    const far = Math.abs(finger.clientX - x) > slop || Math.abs(finger.clientY - y) > slop;
    if (far) drop(event, touchAt(platform.phone, finger));
  };

  const release = (event: Event, finger: Finger) => {
    if (!candidate) return;
    const { target, timer } = candidate;
    candidate = undefined;
    clearTimeout(timer);
    const touch = touchAt(platform.phone, finger);
    platform.taps.note();
    const detail = { x: touch.pageX, y: touch.pageY };
    dispatch(target, "tap", detail, { touches: [touch], changedTouches: [touch] }, event);
  };

  const hear = { press, drag, release, drop };
  const lastTouchAt = listenForFingers(platform, hear);
  const isEcho = ({ timeStamp }: Event) => timeStamp - lastTouchAt() < echoMilliseconds;
  listenForMouse(platform, hear, isEcho);
  swallowStrayReplays(isEcho);
  listenForMotion();
}

type Hear = Readonly<{
  press(event: Event, target: Node, finger: Finger): void;
  drag(event: Event, finger: Finger): void;
  release(event: Event, finger: Finger): void;
  drop(event: Event, touch?: Touch): void;
}>;

/** @returns when a finger was last heard of, by the clock of the browser's events */
function listenForFingers({ phone }: Platform, hear: Hear): () => number {
  let lastAt = Number.NEGATIVE_INFINITY;
  const on = (type: string, then: (event: TouchEvent, target: Node) => void) => {
    document.addEventListener(
      type,
      (event) => {
        lastAt = event.timeStamp;
        const target = nodeAt(event.target);
        if (!target) return;
        const touches = fingersOf(phone, event as TouchEvent);
        const { prevented } = dispatch(target, type, {}, touches, event);
        if (type === "touchmove" && prevented && event.cancelable) event.preventDefault();
        then(event as TouchEvent, target);
      },
      { capture: true, passive: false },
    );
  };
  on("touchstart", (event, target) => {
    const [finger, second] = event.touches;
    if (finger && !second) hear.press(event, target, finger);
    else hear.drop(event);
  });
  on("touchmove", (event) => {
    for (const finger of event.changedTouches) hear.drag(event, finger);
  });
  on("touchend", (event) => {
    const [finger] = event.changedTouches;
    if (finger) hear.release(event, finger);
  });
  on("touchcancel", (event) => hear.drop(event));
  return () => lastAt;
}

/**
 * A mouse is one finger that only touches while its main button is down.
 * @param isEcho whether an event is only the browser's replay of a touch
 */
function listenForMouse({ phone }: Platform, hear: Hear, isEcho: (event: Event) => boolean): void {
  let held: Node | undefined;
  const on = (type: string, then: (event: MouseEvent) => void) => {
    document.addEventListener(
      type,
      (event) => {
        if (!isEcho(event)) then(event as MouseEvent);
      },
      { capture: true },
    );
  };
  const say = (type: string, target: Node, event: MouseEvent) => {
    const touch = touchAt(phone, fingerOf(event));
    const touches = type === "touchend" ? [] : [touch];
    dispatch(target, type, {}, { touches, changedTouches: [touch] }, event);
  };
  on("mousedown", (event) => {
    held = event.button === 0 ? nodeAt(event.target) : undefined;
    if (!held) return;
    say("touchstart", held, event);
    hear.press(event, held, fingerOf(event));
  });
  on("mousemove", (event) => {
    if (!held) return;
    say("touchmove", held, event);
    hear.drag(event, fingerOf(event));
  });
  on("mouseup", (event) => {
    if (!held) return;
    const target = held;
    held = undefined;
    say("touchend", target, event);
    hear.release(event, fingerOf(event));
  });
  document.addEventListener("dragstart", (event) => event.preventDefault());
}
