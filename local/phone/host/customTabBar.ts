import type { PageStack, StackedPage } from "./pageStack.ts";
import type { Space } from "./space.ts";

/** Tab bars that the app draws itself: each page of a tab has one of its own (`"custom": true`). */
export type CustomTabBars = Readonly<{
  addTo(page: StackedPage): void;
  removeFrom(page: StackedPage): void;
  /** `this.getTabBar()`: the one of the page that is seen. */
  current(): unknown;
}>;

export function openCustomTabBars(space: Space, stack: PageStack): CustomTabBars {
  const roots = new Map<number, ReturnType<Space["createRoot"]>>();
  return {
    addTo(page) {
      const root = space.createRoot("custom-tab-bar", { path: "custom-tab-bar/index", query: {} });
      const placeholder = page.pane.appendChild(document.createElement("div"));
      root.attach(page.pane as never, placeholder as never);
      roots.set(page.pageId, root);
    },
    removeFrom(page) {
      roots.get(page.pageId)?.release();
      roots.delete(page.pageId);
    },
    current: () => roots.get(stack.current()?.pageId ?? 0)?.get(),
  };
}
