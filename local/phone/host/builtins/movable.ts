import { builtin } from "./builtin.ts";
import { pointOf } from "./pointer.ts";
import { anything, flag, number, text } from "./properties.ts";
import { ownSegment } from "./segments.ts";

/** The field within which movable-views move; its first 10 by 10 pixels are WeChat's default. */
export const movableArea = builtin({ tag: "movable-area", properties: { scaleArea: flag() } });

/**
 * Moves under a finger within the movable-area around it. Scaling with two fingers is refused by name;
 * it stops where it is let go, without inertia.
 */
export const movableView = builtin({
  tag: "movable-view",
  properties: {
    direction: text("none"),
    inertia: flag(),
    outOfBounds: flag(),
    x: anything(0),
    y: anything(0),
    damping: number(20),
    friction: number(2),
    disabled: flag(),
    scale: flag(),
    scaleMin: number(0.5),
    scaleMax: number(10),
    scaleValue: number(1),
    animation: flag(true),
  },
  mount({ component, dom, platform, values, emit, on }) {
    let place = { x: 0, y: 0 };
    let start: { x: number; y: number; from: { x: number; y: number } } | undefined;

    const room = () => {
      const area = dom.closest<HTMLElement>("wx-movable-area");
      return {
        x: (area?.clientWidth ?? 0) - dom.offsetWidth,
        y: (area?.clientHeight ?? 0) - dom.offsetHeight,
      };
    };
    // A view that is larger than its area moves the other way, so that the area stays covered.
    const within = (wanted: number, free: number) =>
      Math.min(Math.max(wanted, Math.min(0, free)), Math.max(0, free));
    const move = (x: number, y: number, source: "touch" | "") => {
      const free = room();
      const next = { x: within(x, free.x), y: within(y, free.y) };
      const moved = next.x !== place.x || next.y !== place.y;
      place = next;
      component.setNodeStyle(`transform:translate(${next.x}px,${next.y}px)`, ownSegment);
      if (moved) emit("change", { ...next, source });
    };
    on("touchstart", (event) => {
      const point = pointOf(event.getOriginalEvent());
      start = point && !values().disabled ? { ...point, from: place } : undefined;
    });
    on("touchmove", (event) => {
      const point = pointOf(event.getOriginalEvent());
      const { direction } = values();
      if (!start || !point || direction === "none") return;
      const [x, y] = [point.x - start.x, point.y - start.y];
      event.preventDefault();
      emit(Math.abs(x) > Math.abs(y) ? "htouchmove" : "vtouchmove");
      move(
        start.from.x + (direction === "vertical" ? 0 : x),
        start.from.y + (direction === "horizontal" ? 0 : y),
        "touch",
      );
    });
    const settle = () => move(Number(values().x), Number(values().y), "");
    return {
      attached: () => queueMicrotask(settle),
      update(now, before) {
        if (now.scale && !before.scale) {
          platform.phone.report({ errMsg: 'movable-view:fail the local phone lacks "scale"' });
        }
        if (dom.isConnected && (now.x !== before.x || now.y !== before.y)) settle();
      },
    };
  },
});
