import type { Element as Node } from "glass-easel";
import { domOf } from "./events.ts";
import type { Phone } from "./phone.ts";
import { treeOf } from "./queries.ts";
import { fromPane } from "./rects.ts";

type Margins = Partial<Record<"left" | "right" | "top" | "bottom", number>>;

/** `wx.createIntersectionObserver()`. */
export type PageObserver = {
  relativeTo(selector: string, margins?: Margins): PageObserver;
  relativeToViewport(margins?: Margins): PageObserver;
  observe(selector: string, told: (result: object) => void): void;
  disconnect(): void;
};

export type ObserverOptions = {
  /** Ratios at which `told` is called; WeChat's default is [0]. */
  thresholds?: number[];
  observeAll?: boolean;
};

/** @param scope the page's or component's node in whose tree selectors search */
export function createPageObserver(
  phone: Phone,
  scope: Node | undefined,
  { thresholds = [0], observeAll = false }: ObserverOptions = {},
): PageObserver {
  let reference: HTMLElement | undefined;
  let margins: Margins = {};
  const observers: IntersectionObserver[] = [];

  const self: PageObserver = {
    relativeTo(selector, given = {}) {
      const node = treeOf(scope)?.querySelector(selector);
      reference = (node && domOf(node)) ?? undefined;
      margins = given;
      return self;
    },
    relativeToViewport(given = {}) {
      reference = undefined;
      margins = given;
      return self;
    },
    observe(selector, told) {
      const tree = treeOf(scope);
      const found = tree?.querySelectorAll(selector) ?? [];
      const { top = 0, right = 0, bottom = 0, left = 0 } = margins;
      const observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) told(resultOf(entry));
        },
        {
          root: reference ?? phone.currentPage()?.scroller ?? null,
          rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
          threshold: thresholds,
        },
      );
      for (const node of observeAll ? found : found.slice(0, 1)) {
        const dom = domOf(node);
        if (dom) observer.observe(dom);
      }
      observers.push(observer);
    },
    disconnect() {
      for (const observer of observers.splice(0)) observer.disconnect();
    },
  };
  return self;
}

function resultOf(entry: IntersectionObserverEntry): object {
  const node = (entry.target as { __wxElement?: Node }).__wxElement;
  return {
    id: node?.id ?? "",
    dataset: { ...node?.dataset },
    time: entry.time,
    intersectionRatio: entry.intersectionRatio,
    boundingClientRect: fromPane(entry.target, entry.boundingClientRect),
    intersectionRect: fromPane(entry.target, entry.intersectionRect),
    ...(entry.rootBounds && { relativeRect: fromPane(entry.target, entry.rootBounds) }),
  };
}
