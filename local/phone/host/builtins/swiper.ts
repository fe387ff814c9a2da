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

/**
 * Slides side by side of which one is seen (or several), moved by finger, by time or by the page.
 */
export const swiper = builtin({
  tag: "swiper",
  properties,
  inside: inside([{ tag: "phone-slides", children: ["slot"] }]),
  mount(part) {
    const { dom, values } = part;
    const box = boxIn(dom, "phone-slides");
    const row = openRow(part, box);
    const clock = openClock(part, () => row.go(row.index() + 1, "autoplay"));
    swipe(part, {
      count: () => slidesIn(box).length,
      index: row.index,
      hold: clock.stop,
      pull: (shift) => row.place(shift, 0),
      release(by) {
        row.go(row.index() + by, "touch");
        clock.start();
      },
    });
    const changes = new MutationObserver(() => row.place(0, 0));
    return {
      attached() {
        changes.observe(box, { childList: true });
        row.place(0, 0);
        clock.start();
      },
      detached() {
        changes.disconnect();
        clock.stop();
      },
      update(now, before) {
        dom.toggleAttribute("vertical", now.vertical);
        box.style.setProperty("--before", cssLength(now.previousMargin));
        box.style.setProperty("--after", cssLength(now.nextMargin));
        box.style.setProperty("--shown", String(now.displayMultipleItems));
        if (dom.isConnected && now.current !== row.index()) row.go(now.current, "");
        else row.start(values().current);
        if (now.autoplay !== before.autoplay || now.interval !== before.interval) clock.start();
      },
    };
  },
});

function slidesIn(box: HTMLElement): Slide[] {
  return [...box.children].flatMap((child) => {
    const component = child.localName === "wx-swiper-item" ? componentOf(child) : undefined;
    return component ? [component] : [];
  });
}

/** The slides in their row, and which of them is seen first. */
function openRow({ dom, values, set, emit }: Swiper, box: HTMLElement) {
  const dots = dom.appendChild(document.createElement("phone-dots"));
  let index = 0;

  /** @param shift how far the finger has pulled it, in slides */
  const place = (shift: number, milliseconds: number) => {
    const slides = slidesIn(box);
    placeSlides(slides, { index, shift, milliseconds, ...values() });
    drawDots(dots, slides.length, index, values());
  };
  return {
    index: () => index,
    place,
    /** Begins there, without moving. */
    start(at: number) {
      index = at;
      place(0, 0);
    },
    /** Moves on; past one end comes the other. */
    go(next: number, source: Source) {
      const slides = slidesIn(box);
      const { duration } = values();
      const before = index;
      index = slides.length === 0 ? next : (next + slides.length) % slides.length;
      place(0, duration);
      if (index === before) return;
      set({ current: index });
      const { itemId = "" } = (slides[index]?.data ?? {}) as { itemId?: string };
      const detail = { current: index, currentItemId: itemId, source };
      emit("change", detail);
      setTimeout(() => emit("animationfinish", detail), duration);
    },
  };
}

/** Moves a swiper on by time, while it is seen and `autoplay` says so. */
function openClock({ dom, values }: Swiper, tick: () => void) {
  let timer = 0;
  const stop = () => clearInterval(timer);
  return {
    stop,
    start() {
      stop();
      const { autoplay, interval } = values();
      if (!autoplay) return;
      timer = window.setInterval(() => dom.getClientRects().length > 0 && tick(), interval);
    },
  };
}

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
