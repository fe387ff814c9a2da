import { ApiFailure, api } from "./api.ts";
import type { AppLife } from "./appLife.ts";
import type { Chrome } from "./chrome.ts";
import { domOf, nodeOf } from "./events.ts";
import { createPageObserver, type ObserverOptions } from "./intersections.ts";
import type { Listeners } from "./listeners.ts";
import type { PageStack, StackedPage } from "./pageStack.ts";
import type { Phone, RouteKind, RouteOptions } from "./phone.ts";
import { createSelectorQuery } from "./queries.ts";
import type { Reports } from "./report.ts";
import { scrollPage } from "./scrolling.ts";
import type { Sharing } from "./sharing.ts";
import { dot } from "./tabBar.ts";
import type { Resized } from "./window.ts";

type Functions = Record<string, unknown>;

const routes: RouteKind[] = ["navigateTo", "redirectTo", "navigateBack", "reLaunch", "switchTab"];

/** The moves between pages, and starting the whole Mini Program anew. */
export function routingWx(phone: Phone): Functions {
  const moves = routes.map((kind) => [
    kind,
    api<RouteOptions>(kind, async (options) => (await phone.route(kind, options)) as object),
  ]);
  return {
    ...Object.fromEntries(moves),
    restartMiniProgram: api<{ path: string }>(
      "restartMiniProgram",
      ({ path }) => void phone.relaunch(path),
    ),
  };
}

/** Navigation bar, pull-down refresh and scrolling of the page that is seen. */
export function pageWx(stack: PageStack, chrome: Chrome): Functions {
  const onPage = <Options extends object>(
    name: string,
    run: (page: StackedPage, options: Options) => void,
  ) => [
    name,
    api<Options>(name, (options) => {
      const page = stack.current();
      if (!page) throw new ApiFailure("no page is open yet");
      run(page, options);
      return undefined;
    }),
  ];
  return Object.fromEntries([
    onPage<{ title: string }>("setNavigationBarTitle", ({ navigationBar }, { title }) =>
      navigationBar.setTitle(title),
    ),
    onPage<{ frontColor: string; backgroundColor: string }>(
      "setNavigationBarColor",
      ({ navigationBar }, colors) => {
        navigationBar.setColors(colors);
        chrome.redraw();
      },
    ),
    onPage("showNavigationBarLoading", ({ navigationBar }) => navigationBar.setLoading(true)),
    onPage("hideNavigationBarLoading", ({ navigationBar }) => navigationBar.setLoading(false)),
    onPage("hideHomeButton", ({ navigationBar }) => navigationBar.setLeft(undefined)),
    onPage("startPullDownRefresh", (page) => chrome.pullDownOf(page)?.start()),
    onPage("stopPullDownRefresh", (page) => chrome.pullDownOf(page)?.stop()),
    onPage<ScrollTarget>("pageScrollTo", (page, target) =>
      scrollPage(page, { top: topOf(page, target), duration: target.duration ?? 300 }),
    ),
  ]);
}

type ScrollTarget = {
  scrollTop?: number;
  duration?: number;
  selector?: string;
  offsetTop?: number;
};

function topOf(page: StackedPage, { scrollTop, selector, offsetTop = 0 }: ScrollTarget): number {
  if (selector === undefined) return scrollTop ?? 0;
  const node = page.component.getShadowRoot()?.querySelector(selector);
  const dom = node && domOf(node);
  if (!dom) throw new ApiFailure(`nothing on the page matches "${selector}"`);
  const { scroller } = page;
  const distance = dom.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return scroller.scrollTop + distance + offsetTop;
}

/** The tab bar; as on a telephone it can be changed only while a page of a tab is seen. */
export function tabBarWx(stack: PageStack, { tabBar, redraw }: Chrome): Functions {
  const onTab = <Options extends object>(name: string, run: (options: Options) => void) => [
    name,
    api<Options>(name, (options) => {
      if (tabBar.indexOf(stack.current()?.route ?? "") < 0) throw new ApiFailure("not TabBar page");
      const { index = 0 } = options as { index?: number };
      if (!tabBar.has(index)) throw new ApiFailure(`there is no tab with index ${index}`);
      run(options);
      return undefined;
    }),
  ];
  type Index = { index: number };
  return Object.fromEntries([
    onTab<Index & { text: string }>("setTabBarBadge", ({ index, text }) => {
      // WeChat shows three characters at most, then an ellipsis.
      tabBar.setBadge(index, text.length > 4 ? `${text.slice(0, 3)}…` : text);
    }),
    onTab<Index>("removeTabBarBadge", ({ index }) => tabBar.setBadge(index, undefined)),
    onTab<Index>("showTabBarRedDot", ({ index }) => tabBar.setBadge(index, dot)),
    onTab<Index>("hideTabBarRedDot", ({ index }) => tabBar.setBadge(index, undefined)),
    onTab<Index & Record<string, string>>("setTabBarItem", ({ index, ...item }) => {
      const { text, iconPath, selectedIconPath } = item;
      tabBar.setItem(index, {
        ...(text !== undefined && { text }),
        ...(iconPath !== undefined && { iconPath }),
        ...(selectedIconPath !== undefined && { selectedIconPath }),
      });
    }),
    onTab<object>("setTabBarStyle", (style) => tabBar.setStyle(style)),
    onTab<object>("showTabBar", () => {
      tabBar.setHidden(false);
      redraw();
    }),
    onTab<object>("hideTabBar", () => {
      tabBar.setHidden(true);
      redraw();
    }),
  ]);
}

/** Questions about what the seen page shows. */
export function queryWx(phone: Phone): Functions {
  return {
    createSelectorQuery: () => createSelectorQuery(phone),
    createIntersectionObserver: (component: unknown, options?: ObserverOptions) =>
      createPageObserver(phone, nodeOf(component), options),
  };
}

/** The App's events, and what it was started with. */
export function appWx(app: AppLife, { errors, rejections }: Reports): Functions {
  const pairs = Object.entries({
    AppShow: app.shown,
    AppHide: app.hidden,
    PageNotFound: app.notFound,
    Error: errors,
    UnhandledRejection: rejections,
  });
  return {
    ...Object.fromEntries(
      pairs.flatMap(([name, { on, off }]) => [
        [`on${name}`, on],
        [`off${name}`, off],
      ]),
    ),
    getLaunchOptionsSync: app.launchOptions,
    getEnterOptionsSync: app.enterOptions,
  };
}

/** Hearing of a new size of the glass. */
export function resizeWx({ on, off }: Listeners<Resized>): Functions {
  return { onWindowResize: on, offWindowResize: off };
}

/** Kinds of cards of which the phone's WeChat knows nothing. */
const lackingInMenu = ["isPrivateMessage", "toDoActivityId", "useForChatTool"] as const;

type ShareMenu = Partial<Record<(typeof lackingInMenu)[number], unknown>>;

/** The share entry of the menu, for the page that is seen. */
export function sharingWx(sharing: Sharing): Functions {
  const act = <Options extends object>(name: string, run: (options: Options) => void) => [
    name,
    api<Options>(name, (options) => void run(options)),
  ];
  return Object.fromEntries([
    act("showShareMenu", () => sharing.setOffered(true)),
    act("hideShareMenu", () => sharing.setOffered(false)),
    act<ShareMenu>("updateShareMenu", (options) => {
      const lacking = lackingInMenu.find((name) => options[name]);
      if (lacking) throw new ApiFailure(`the local phone lacks ${lacking}`);
      sharing.updateMenu(options);
    }),
  ]);
}
