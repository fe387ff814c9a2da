import { element } from "./frame.ts";
import type { StackedPage } from "./pageStack.ts";

/** Pull-down refresh of one page. */
export type PullDown = Readonly<{ start(): void; stop(): void }>;

/** How far down the page stands while it refreshes, and how far it must be pulled for that, in pixels. */
const openPixels = 50;
const longestPullPixels = 100;

/** @param refresh what a pull brings about */
export function addPullDown(page: StackedPage, refresh: () => void): PullDown {
  const { scroller, pane, config } = page;
  const dots = element("div", "phone-refresh", "•••");
  let refreshing = false;

  function stand(pixels: number): void {
    dots.hidden = pixels === 0;
    // A transform moves what is fixed in the page along, as the pull of a finger does.
    scroller.style.transform = pixels === 0 ? "" : `translateY(${pixels}px)`;
  }

  function start(): void {
    if (refreshing) return;
    refreshing = true;
    stand(openPixels);
    refresh();
  }

  pane.style.background = config.backgroundColor ?? "#fff";
  dots.style.color = config.backgroundTextStyle === "light" ? "#fff" : "#888";
  pane.prepend(dots);
  stand(0);
  if (config.enablePullDownRefresh) {
    watchPulls(scroller, {
      pulled: (pixels) => !refreshing && stand(Math.min(pixels / 2, longestPullPixels)),
      released: (pixels) => {
        if (refreshing) return;
        if (pixels / 2 >= openPixels) start();
        else stand(0);
      },
    });
  }
  return {
    start,
    stop() {
      refreshing = false;
      stand(0);
    },
  };
}

/** Follows a finger, or the mouse with its button held, from the top of the page downwards. */
function watchPulls(
  scroller: HTMLElement,
  hear: { pulled(pixels: number): void; released(pixels: number): void },
): void {
  let from: number | undefined;
  let pulled = 0;

  const begin = (y: number | undefined): void => {
    from = scroller.scrollTop <= 0 ? y : undefined;
    pulled = 0;
  };
  const move = (y: number | undefined, event: Event): void => {
    if (from === undefined || y === undefined || event.defaultPrevented) return;
    pulled = scroller.scrollTop > 0 ? 0 : Math.max(0, y - from);
    hear.pulled(pulled);
  };
  const end = (): void => {
    if (from !== undefined) hear.released(pulled);
    from = undefined;
  };

  const passive = { passive: true };
  scroller.addEventListener("touchstart", (event) => begin(event.touches[0]?.clientY), passive);
  scroller.addEventListener(
    "touchmove",
    (event) => move(event.touches[0]?.clientY, event),
    passive,
  );
  scroller.addEventListener("touchend", end);
  scroller.addEventListener("touchcancel", end);
  scroller.addEventListener("mousedown", (event) => {
    if (event.button !== 0) return;
    begin(event.clientY);
    const mouse = new AbortController();
    const { signal } = mouse;
    document.addEventListener("mousemove", (moved) => move(moved.clientY, moved), { signal });
    const release = (): void => {
      mouse.abort();
      end();
    };
    document.addEventListener("mouseup", release, { signal });
  });
}
