import type { Program, TabItem } from "../program.ts";
import { formatAddress } from "./addresses.ts";
import { assetUrl } from "./assets.ts";
import { buildCapsule } from "./capsule.ts";
import { openCustomTabBars } from "./customTabBar.ts";
import type { Frame } from "./frame.ts";
import type { PageStack, StackedPage } from "./pageStack.ts";
import { addPullDown, type PullDown } from "./pullDown.ts";
import { rememberPage } from "./reload.ts";
import type { Routing } from "./routing.ts";
import { watchScrolling } from "./scrolling.ts";
import { openSharing, type Sharing } from "./sharing.ts";
import type { Space } from "./space.ts";
import { buildTabBar, type TabBar } from "./tabBar.ts";

/** What stands around the pages, kept in step with the page that is seen. */
export type Chrome = Readonly<{
  tabBar: TabBar;
  sharing: Sharing;
  /** A page is about to stand on the glass. */
  join(page: StackedPage): void;
  /** A page is about to leave it for good. */
  leave(page: StackedPage): void;
  /** A page is seen after a move. */
  arrived(page: StackedPage): void;
  /** The tab bar came or went, or the navigation bar took another colour. */
  redraw(): void;
  pullDownOf(page: StackedPage): PullDown | undefined;
  /** `this.getTabBar()` of a page whose app draws the tab bar itself. */
  customTabBar(): unknown;
}>;

export function openChrome(parts: {
  program: Program;
  space: Space;
  frame: Frame;
  identity: Readonly<{ id: string; openid: string }>;
  stack: PageStack;
  routing: Routing;
  /** The path of the first page. */
  entry: string;
  relaunch(): void;
  setVisible(visible: boolean): void;
  /** The address at which the browser finds any file that the app names. */
  urlOf(src: string): Promise<string>;
}): Chrome {
  const { program, space, frame, identity, stack, routing } = parts;
  const { tabBar: tabs } = program.config;
  const pullDowns = new WeakMap<StackedPage, PullDown>();
  const tabBar = buildTabBar(frame, tabs, assetUrl, tapTab);
  const customTabBars = openCustomTabBars(space, stack);
  const sharing = openSharing({ overlay: frame.overlay, identity, stack, urlOf: parts.urlOf });
  const capsule = buildCapsule(frame, sharing, parts);

  async function tapTab({ pagePath, text }: TabItem, index: number): Promise<void> {
    await routing.route("switchTab", { url: `/${pagePath}` });
    const page = stack.current();
    if (page) stack.call(page, "onTabItemTap", { index: String(index), pagePath, text });
  }

  function redraw(): void {
    const page = stack.current();
    if (!page) return;
    page.element.classList.toggle("has-tabs", tabBar.isSeenUnder(page.route));
    capsule.setLight(page.navigationBar.isLight());
  }

  return {
    tabBar,
    sharing,
    join(page) {
      const refresh = (): void => void stack.call(page, "onPullDownRefresh");
      pullDowns.set(page, addPullDown(page, refresh));
      watchScrolling(page, stack.call);
      if (tabs?.custom && routing.isTab(page.route)) customTabBars.addTo(page);
      redraw();
    },
    leave: customTabBars.removeFrom,
    arrived(page) {
      page.navigationBar.setLeft(leftOf(page, parts));
      tabBar.select(page.route);
      redraw();
      rememberPage(formatAddress({ path: page.route, query: page.query }));
    },
    redraw,
    pullDownOf: (page) => pullDowns.get(page),
    customTabBar: customTabBars.current,
  };
}

type Left = Parameters<StackedPage["navigationBar"]["setLeft"]>[0];

/** The way back; the way home from a page that was entered from outside; nothing on a first page. */
function leftOf(
  page: StackedPage,
  { stack, routing, entry }: { stack: PageStack; routing: Routing; entry: string },
): Left {
  if (stack.pages().length > 1) {
    return { sign: "‹", label: "返回", act: () => void routing.route("navigateBack", {}) };
  }
  if (page.route === entry || routing.isTab(page.route)) return undefined;
  return {
    sign: "⌂",
    label: "首页",
    act: () => void routing.route("reLaunch", { url: `/${entry}` }),
  };
}
