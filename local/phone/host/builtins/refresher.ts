import type { Part } from "./builtin.ts";
import { boxIn } from "./inside.ts";
import { fingerY } from "./pointer.ts";
import { flag, number, text, type Values } from "./properties.ts";
import { ownSegment } from "./segments.ts";

export const refresherProperties = {
  refresherEnabled: flag(),
  refresherThreshold: number(45),
  refresherDefaultStyle: text("black"),
  refresherBackground: text("#ffffff"),
  refresherTriggered: flag(),
};

type Refresher = Part<typeof refresherProperties>;
type Now = Values<typeof refresherProperties>;

/** A finger pulls twice as far as the content follows. */
const resistance = 0.5;

/**
 * A scroll-view's own pull-down refresh. It stays open until the page sets `refresher-triggered` to
 * false; the page may open it as well.
 */
export function refresher({ component, dom, values, set, emit, on }: Refresher) {
  const box = boxIn(dom, "phone-refresher");
  let startY: number | undefined;
  let pulled = 0;
  /** Of the page's own, in pixels. */
  let padding = 0;
  let open = false;

  /** Lies over the top of the content, which gives way by as much. */
  const show = (height: number) => {
    if (pulled === 0) padding = Number.parseFloat(getComputedStyle(dom).paddingTop);
    pulled = height;
    box.style.height = `${height}px`;
    component.setNodeStyle(height > 0 ? `padding-top:${padding + height}px` : "", ownSegment);
  };
  const refresh = () => {
    open = true;
    show(values().refresherThreshold);
    if (!values().refresherTriggered) set({ refresherTriggered: true });
    emit("refresherrefresh");
  };
  on("touchstart", (event) => {
    const ready = values().refresherEnabled && !open && dom.scrollTop <= 0;
    startY = ready ? fingerY(event.getOriginalEvent()) : undefined;
  });
  on("touchmove", (event) => {
    const y = fingerY(event.getOriginalEvent());
    if (startY === undefined || y === undefined || dom.scrollTop > 0) return;
    const distance = Math.max(0, (y - startY) * resistance);
    if (distance === 0 && pulled === 0) return;
    event.preventDefault();
    show(distance);
    emit("refresherpulling", { dy: distance });
  });
  on("touchend", () => {
    if (startY === undefined || pulled === 0) return;
    startY = undefined;
    if (pulled >= values().refresherThreshold) {
      refresh();
      return;
    }
    show(0);
    emit("refresherabort");
  });

  return {
    update(now: Now, before: Now) {
      box.hidden = !now.refresherEnabled;
      box.style.backgroundColor = now.refresherBackground;
      box.setAttribute("look", now.refresherDefaultStyle);
      if (now.refresherTriggered === before.refresherTriggered) return;
      if (now.refresherTriggered && !open) refresh();
      if (now.refresherTriggered || !open) return;
      open = false;
      show(0);
      emit("refresherrestore");
    },
  };
}
