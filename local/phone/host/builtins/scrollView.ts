import { builtin, type Part } from "./builtin.ts";
import { registerContext } from "./contexts.ts";
import { inside } from "./inside.ts";
import { domOf, siblingById } from "./owner.ts";
import { anything, flag, number, text, type Values } from "./properties.ts";
import { refresher, refresherProperties } from "./refresher.ts";
import { scrollContext, scrollToChild } from "./scrollContext.ts";

const properties = {
  scrollX: flag(),
  scrollY: flag(),
  upperThreshold: number(50),
  lowerThreshold: number(50),
  scrollTop: anything(),
  scrollLeft: anything(),
  scrollIntoView: text(),
  scrollIntoViewOffset: number(),
  scrollWithAnimation: flag(),
  enableBackToTop: flag(),
  enableFlex: flag(),
  scrollAnchoring: flag(),
  enablePassive: flag(),
  enhanced: flag(),
  bounces: flag(true),
  showScrollbar: flag(true),
  pagingEnabled: flag(),
  fastDeceleration: flag(),
  usingSticky: flag(),
  type: text("list"),
  ...refresherProperties,
};

type ScrollView = Part<typeof properties>;
type Now = Values<typeof properties>;

/**
 * A box that scrolls. In WeChat's own web view it is the tag itself that scrolls, and so it is
 * here.
 */
export const scrollView = builtin({
  tag: "scroll-view",
  properties,
  inside: inside(["slot", { tag: "phone-refresher", children: ["slot:refresher"] }]),
  namedSlots: true,
  mount(part) {
    const { dom, values } = part;
    const pull = refresher(part);
    listenForScroll(part);
    listenForDrag(part);
    registerContext(dom, scrollContext(part));

    return {
      // The children that it shall scroll to may come with the very update that says so.
      attached: () => queueMicrotask(() => follow(part, values())),
      update(now, before) {
        dom.toggleAttribute("scroll-x", now.scrollX);
        dom.toggleAttribute("scroll-y", now.scrollY);
        dom.toggleAttribute("enable-flex", now.enableFlex);
        dom.toggleAttribute("paging", now.pagingEnabled);
        pull.update(now, before);
        if (dom.isConnected) queueMicrotask(() => follow(part, now, before));
      },
    };
  },
});

/** Scrolls to where the properties say that changed. */
function follow({ component, dom }: ScrollView, now: Now, before?: Now): void {
  const behavior = now.scrollWithAnimation && before ? "smooth" : "instant";
  const place: ScrollToOptions = {};
  if (isPlace(now.scrollTop) && now.scrollTop !== before?.scrollTop)
    place.top = Number(now.scrollTop);
  if (isPlace(now.scrollLeft) && now.scrollLeft !== before?.scrollLeft) {
    place.left = Number(now.scrollLeft);
  }
  if ("top" in place || "left" in place) dom.scrollTo({ ...place, behavior });
  if (!now.scrollIntoView || now.scrollIntoView === before?.scrollIntoView) return;
  const target = siblingById(component, now.scrollIntoView);
  if (target) scrollToChild(dom, domOf(target), now.scrollIntoViewOffset, behavior);
}

function isPlace(value: unknown): boolean {
  return value !== null && value !== "" && Number.isFinite(Number(value));
}

function listenForScroll({ dom, values, emit }: ScrollView): void {
  let last = { top: 0, left: 0 };
  let near = { upper: true, lower: false };
  dom.addEventListener("scroll", () => {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom;
    const { scrollX, upperThreshold, lowerThreshold } = values();
    const deltaY = last.top - scrollTop;
    const deltaX = last.left - scrollLeft;
    last = { top: scrollTop, left: scrollLeft };
    emit("scroll", { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });

    const sideways = scrollX && scrollWidth > clientWidth;
    const passed = sideways ? scrollLeft : scrollTop;
    const left = sideways
      ? scrollWidth - clientWidth - scrollLeft
      : scrollHeight - clientHeight - scrollTop;
    const now = { upper: passed <= upperThreshold, lower: left <= lowerThreshold };
    if (now.upper && !near.upper) emit("scrolltoupper", { direction: sideways ? "left" : "top" });
    if (now.lower && !near.lower) {
      emit("scrolltolower", { direction: sideways ? "right" : "bottom" });
    }
    near = now;
  });
}

/** `enhanced` tells of the finger as well. */
function listenForDrag({ dom, values, emit, on }: ScrollView): void {
  const tell = (name: string) => {
    const { scrollTop, scrollLeft } = dom;
    if (values().enhanced) emit(name, { scrollTop, scrollLeft });
  };
  on("touchstart", () => tell("dragstart"));
  on("touchmove", () => tell("dragging"));
  on("touchend", () => tell("dragend"));
}
