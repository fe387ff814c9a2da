import type { Address } from "./addresses.ts";
import { type Listeners, openListeners } from "./listeners.ts";
import { attempt, type Reports } from "./report.ts";

/** The App of the Mini Program and its life. */
export type AppLife = Readonly<{
  launch(options: LaunchOptions): void;
  /** It was opened anew from somewhere else in WeChat while it ran, and so comes to the front. */
  enter(options: LaunchOptions): void;
  /** The Mini Program comes to the front or goes to the back. */
  setVisible(visible: boolean): void;
  pageNotFound(address: Address): void;
  shown: Listeners<LaunchOptions>;
  hidden: Listeners<undefined>;
  notFound: Listeners<NotFound>;
  /** As they were when the Mini Program started. */
  launchOptions(): LaunchOptions;
  /** As they were when it was last opened. */
  enterOptions(): LaunchOptions;
}>;

export type LaunchOptions = Readonly<{
  path: string;
  query: Readonly<Record<string, string>>;
  /** WeChat's number for where it was opened; 1001: in the list of Mini Programs. */
  scene: number;
  /** Of a card in a group, where its page asked for one. */
  shareTicket?: string;
  referrerInfo: object;
  apiCategory: "default";
}>;

export type NotFound = Address & Readonly<{ isEntryPage: true }>;

declare global {
  interface Window {
    App: unknown;
    getApp: unknown;
  }
}

export function openAppLife({ report, errors, rejections }: Reports): AppLife {
  const shown = openListeners<LaunchOptions>(report);
  const hidden = openListeners<undefined>(report);
  const notFound = openListeners<NotFound>(report);
  let app: Record<string, unknown> | undefined;
  let launched = launchOptions({ path: "", query: {} });
  let entered = launched;

  function call(method: string, argument?: unknown): void {
    const member = app?.[method];
    if (typeof member === "function") attempt(report, () => member.call(app, argument));
  }

  window.App = (definition: Record<string, unknown>) => {
    app = { ...definition };
  };
  window.getApp = (choice?: { allowDefault?: boolean }) =>
    app ?? (choice?.allowDefault ? {} : undefined);
  errors.on((text) => call("onError", text));
  rejections.on((rejection) => call("onUnhandledRejection", rejection));

  return {
    launch(given) {
      launched = given;
      entered = given;
      call("onLaunch", given);
      call("onShow", given);
    },
    enter(given) {
      entered = given;
      call("onShow", given);
      shown.tell(given);
    },
    setVisible(visible) {
      call(visible ? "onShow" : "onHide", visible ? entered : undefined);
      if (visible) shown.tell(entered);
      else hidden.tell(undefined);
    },
    pageNotFound(address) {
      const missing: NotFound = { ...address, isEntryPage: true };
      call("onPageNotFound", missing);
      notFound.tell(missing);
    },
    shown,
    hidden,
    notFound,
    launchOptions: () => launched,
    enterOptions: () => entered,
  };
}

export function launchOptions({ path, query }: Address): LaunchOptions {
  return { path, query, scene: 1001, referrerInfo: {}, apiCategory: "default" };
}
