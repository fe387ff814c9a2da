import { builtin, type Part } from "./builtin.ts";
import { cssLength } from "./icon.ts";
import { boxIn, inside } from "./inside.ts";
import { componentOf } from "./owner.ts";
import { flag, number, text, type Values } from "./properties.ts";
import { placeSlides, type Slide } from "./slides.ts";
import { swipe } from "./swipe.ts";

const properties = {
  indicatorDots: flag(),
  indicatorColor: text("rgba(0, 0, 0, .3)"),
  indicatorActiveColor: text("#000000"),
  autoplay: flag(),
  current: number(),
  currentItemId: text(),
  interval: number(5000),
  duration: number(500),
  circular: flag(),
  vertical: flag(),
  previousMargin: text("0px"),
  nextMargin: text("0px"),
  snapToEdge: flag(),
  displayMultipleItems: number(1),
  skipHiddenItemLayout: flag(),
  easingFunction: text("default"),
  layoutType: text("normal"),
};

export type Swiper = Part<typeof properties>;
type Source = "" | "touch" | "autoplay";

/** One slide; `item-id` names it in the swiper's events. */
export const swiperItem = builtin({
  tag: "swiper-item",
  properties: { itemId: text(), skipHiddenItemLayout: flag() },
});

/** Slides side by side of which one is seen (or several), moved by finger, by time or by the page. */
export const swiper = builtin({
  tag: "swiper",
  properties,
  inside: inside([{ tag: "phone-slides", children: ["slot"] }]),
  mount(part) {
    const { dom, values, set, emit } = part;
    const box = boxIn(dom, "phone-slides");
    const dots = dom.appendChild(document.createElement("phone-dots"));
    let index = 0;
    let timer = 0;

    const slides = (): Slide[] =>
      [...box.children].flatMap((child) => {
        const component = child.localName === "wx-swiper-item" ? componentOf(child) : undefined;
        return component ? [component] : [];
      });
    /** @param shift how far the finger has pulled it, in slides */
    const place = (shift: number, milliseconds: number) => {
      placeSlides(slides(), { index, shift, milliseconds, ...values() });
      drawDots(dots, slides().length, index, values());
    };
    const go = (next: number, source: Source) => {
      const count = slides().length;
      const to = count === 0 ? next : (next + count) % count;
      const changed = to !== index;
      index = to;
      const { duration } = values();
      place(0, duration);
      if (!changed) return;
      set({ current: to });
      const currentItemId = (slides()[to]?.data as { itemId?: string })?.itemId ?? "";
      const detail = { current: to, currentItemId, source };
      emit("change", detail);
      setTimeout(() => emit("animationfinish", detail), duration);
    };
    const rest = () => {
      clearInterval(timer);
      const { autoplay, interval } = values();
      if (!autoplay) return;
      timer = window.setInterval(() => {
        const seen = dom.getClientRects().length > 0;
        if (seen && slides().length > 1) go(index + 1, "autoplay");
      }, interval);
    };
    swipe(part, {
      count: () => slides().length,
      index: () => index,
      hold: () => clearInterval(timer),
      pull: (shift) => place(shift, 0),
      release(by) {
        go(index + by, "touch");
        rest();
      },
    });
    const observer = new MutationObserver(() => place(0, 0));
    return {
      attached() {
        observer.observe(box, { childList: true });
        place(0, 0);
        rest();
      },
      detached() {
        observer.disconnect();
        clearInterval(timer);
      },
      update(now, before) {
        dom.toggleAttribute("vertical", now.vertical);
        box.style.setProperty("--before", cssLength(now.previousMargin));
        box.style.setProperty("--after", cssLength(now.nextMargin));
        box.style.setProperty("--shown", String(now.displayMultipleItems));
        if (dom.isConnected && now.current !== index) go(now.current, "");
        else {
          index = now.current;
          place(0, 0);
        }
        if (now.autoplay !== before.autoplay || now.interval !== before.interval) rest();
      },
    };
  },
});

function drawDots(
  dots: HTMLElement,
  count: number,
  index: number,
  { indicatorDots, indicatorColor, indicatorActiveColor }: Values<typeof properties>,
): void {
  dots.hidden = !indicatorDots;
  if (!indicatorDots) return;
  dots.replaceChildren(
    ...Array.from({ length: count }, (_, at) => {
      const dot = document.createElement("phone-dot");
      dot.style.backgroundColor = at === index ? indicatorActiveColor : indicatorColor;
      return dot;
    }),
  );
}
