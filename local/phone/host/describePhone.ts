import type { Program } from "../program.ts";
import type { AppLife } from "./appLife.ts";
import { assetUrl } from "./assets.ts";
import type { Chrome } from "./chrome.ts";
import { type Frame, measure } from "./frame.ts";
import type { PageStack } from "./pageStack.ts";
import type { Phone } from "./phone.ts";
import type { Reports } from "./report.ts";
import type { Routing } from "./routing.ts";
import type { WeChat } from "./wechat.ts";

export type Identity = Readonly<{
  id: string;
  openid: string;
  /** The page to start at, with its query; the entry page by default. */
  path: string | undefined;
}>;

/** The phone as the built-in components and `wx` see it. */
export function describePhone(parts: {
  program: Program;
  identity: Identity;
  frame: Frame;
  stack: PageStack;
  routing: Routing;
  chrome: Chrome;
  app: AppLife;
  reports: Reports;
  wechat: WeChat;
  relaunch(address?: string): void;
}): Phone {
  const { program, identity, frame, stack, routing, chrome, app, reports, relaunch } = parts;
  const { id, openid } = identity;
  return {
    id,
    openid,
    storagePrefix: `phone:${id}:${openid}:`,
    cloudUrl: location.origin,
    config: program.config,
    screen() {
      const page = stack.current();
      const style = (page?.config ?? program.config.window)?.navigationStyle;
      return measure({
        navigation: style !== "custom",
        tabs: chrome.tabBar.isSeenUnder(page?.route ?? ""),
      });
    },
    overlay: frame.overlay,
    pages: stack.pages,
    currentPage: stack.current,
    assetUrl,
    route: routing.route,
    share: chrome.sharing.share,
    contact: parts.wechat.contact,
    report: reports.report,
    relaunch,
    onVisibility(listener) {
      app.shown.on(() => listener(true));
      app.hidden.on(() => listener(false));
    },
  };
}
