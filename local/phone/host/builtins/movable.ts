import { builtin, type Part } from "./builtin.ts";
import { pointOf } from "./pointer.ts";
import { anything, flag, number, text } from "./properties.ts";
import { ownSegment } from "./segments.ts";

/** The field within which movable-views move; its first 10 by 10 pixels are WeChat's default. */
export const movableArea = builtin({ tag: "movable-area", properties: { scaleArea: flag() } });

const properties = {
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
};

type Place = Readonly<{ x: number; y: number }>;

/**
 * Moves under a finger within the movable-area around it. Scaling with two fingers is refused by
 * name; it stops where it is let go, without inertia.
 */
export const movableView = builtin({
  tag: "movable-view",
  properties,
  mount(part) {
    const { component, dom, platform, values, emit } = part;
    let place: Place = { x: 0, y: 0 };

    const move = (wanted: Place, source: "touch" | "") => {
      const next = placeWithin(dom, wanted);
      const moved = next.x !== place.x || next.y !== place.y;
      place = next;
      component.setNodeStyle(`transform:translate(${next.x}px,${next.y}px)`, ownSegment);
      if (moved) emit("change", { ...next, source });
    };
    const settle = () => move({ x: Number(values().x), y: Number(values().y) }, "");
    followFinger(
      part,
      () => place,
      (to) => move(to, "touch"),
    );
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

/**
 * The nearest place at which the view is within its area, or covers it when it is the larger one.
 */
function placeWithin(dom: HTMLElement, { x, y }: Place): Place {
  const area = dom.closest<HTMLElement>("wx-movable-area");
  const within = (wanted: number, free: number) =>
    Math.min(Math.max(wanted, Math.min(0, free)), Math.max(0, free));
  return {
    x: within(x, (area?.clientWidth ?? 0) - dom.offsetWidth),
    y: within(y, (area?.clientHeight ?? 0) - dom.offsetHeight),
  };
}

function followFinger(
  { values, emit, on }: Part<typeof properties>,
  placeOf: () => Place,
  move: (to: Place) => void,
): void {
  let start: (Place & { from: Place }) | undefined;
  on("touchstart", (event) => {
    const point = pointOf(event.getOriginalEvent());
    start = point && !values().disabled ? { ...point, from: placeOf() } : undefined;
  });
  on("touchmove", (event) => {
    const point = pointOf(event.getOriginalEvent());
    const { direction } = values();
    if (!start || !point || direction === "none") return;
    const [x, y] = [point.x - start.x, point.y - start.y];
    event.preventDefault();
    emit(Math.abs(x) > Math.abs(y) ? "htouchmove" : "vtouchmove");
    move({
      x: start.from.x + (direction === "vertical" ? 0 : x),
      y: start.from.y + (direction === "horizontal" ? 0 : y),
    });
  });
}
