import type { Program } from "../program.ts";
import { type Address, parseAddress } from "./addresses.ts";
import { ApiFailure } from "./api.ts";
import type { EventChannel } from "./eventChannel.ts";
import type { PageStack, StackedPage } from "./pageStack.ts";
import type { RouteKind, RouteOptions } from "./phone.ts";

/** Moves between pages by WeChat's rules. */
export type Routing = Readonly<{
  /** Waits for its turn after the moves before it; throws `ApiFailure` when the rules forbid the move. */
  route(kind: RouteKind, options: RouteOptions): Promise<{ eventChannel?: EventChannel }>;
  isTab(path: string): boolean;
  has(path: string): boolean;
}>;

/** WeChat's limit on the pages of a stack. */
const stackLimit = 10;

/** @param arrived called after every move, with the page that is now seen */
export function openRouting(
  program: Program,
  stack: PageStack,
  arrived: (page: StackedPage) => void,
): Routing {
  const tabPaths = new Set(program.config.tabBar?.list.map(({ pagePath }) => pagePath));
  /** Pages of tabs live until a `reLaunch`, on the stack or off it. */
  const tabPages = new Map<string, StackedPage>();
  let turn: Promise<unknown> = Promise.resolve();

  const isTab = (path: string): boolean => tabPaths.has(path);
  const has = (path: string): boolean => program.pages.includes(path);

  function addressOf(url = ""): Address {
    const address = parseAddress(url, stack.current()?.route ?? "");
    if (!has(address.path)) throw new ApiFailure(`page "${address.path}" is not found`);
    return address;
  }

  function refuseTab({ path }: Address, kind: RouteKind): void {
    if (isTab(path)) throw new ApiFailure(`can not ${kind} a tabbar page`);
  }

  /** @param leave what happens to the pages that are open; not done when the new one cannot be made */
  function open(
    address: Address,
    leave: () => void,
    events?: RouteOptions["events"],
  ): EventChannel {
    const { page, channel } = stack.make(address, events);
    leave();
    if (isTab(address.path)) tabPages.set(address.path, page);
    stack.enter(page);
    return channel;
  }

  /** Takes the topmost page off the stack for good. */
  function close(): void {
    const page = stack.pop();
    if (!page) return;
    tabPages.delete(page.route);
    stack.unload(page);
  }

  function navigateTo({ url, events }: RouteOptions): { eventChannel: EventChannel } {
    const address = addressOf(url);
    refuseTab(address, "navigateTo");
    if (stack.pages().length >= stackLimit)
      throw new ApiFailure(`page limit exceeded: ${stackLimit}`);
    const opener = stack.current();
    const leave = (): void => opener && stack.hide(opener);
    return { eventChannel: open(address, leave, events) };
  }

  function redirectTo({ url }: RouteOptions): void {
    const address = addressOf(url);
    refuseTab(address, "redirectTo");
    open(address, close);
  }

  function navigateBack({ delta = 1 }: RouteOptions): void {
    const depth = stack.pages().length - 1;
    if (depth === 0) throw new ApiFailure("cannot navigate back at first page.");
    for (let left = Math.min(delta, depth); left > 0; left -= 1) close();
    const page = stack.current();
    if (page) stack.show(page);
  }

  function switchTab({ url }: RouteOptions): void {
    const { path } = addressOf(url);
    if (!isTab(path)) throw new ApiFailure("can not switch to no-tabBar page");
    const depth = stack.pages().length;
    if (depth === 1 && stack.current()?.route === path) return;
    const leave = (): void => {
      while (!isTab(stack.current()?.route ?? path)) close();
      const left = stack.pop();
      // Below other pages it is hidden already.
      if (left && depth === 1) stack.hide(left);
    };
    const kept = tabPages.get(path);
    if (!kept) {
      open({ path, query: {} }, leave);
      return;
    }
    leave();
    stack.restore(kept);
  }

  function reLaunch({ url }: RouteOptions): void {
    open(addressOf(url), () => {
      while (stack.current()) close();
      for (const page of tabPages.values()) stack.unload(page);
      tabPages.clear();
    });
  }

  const moves = { navigateTo, redirectTo, navigateBack, switchTab, reLaunch };
  return {
    isTab,
    has,
    route(kind, options) {
      // Not at once: on a telephone the caller's next lines run before the next page does.
      const move = turn.then(() => {
        const result = moves[kind](options) ?? {};
        const page = stack.current();
        if (page) arrived(page);
        return result;
      });
      turn = move.catch(() => undefined);
      return move;
    },
  };
}
