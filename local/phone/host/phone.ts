import type { GeneralComponent } from "glass-easel";
import type { AppConfig, ComponentConfig } from "../program.ts";

/**
 * The phone as its parts know it: one Mini Program, one person, one window. The built-in components
 * and the `wx` API are given this and nothing else of the host.
 *
 * What touches the page stack is the host's own part of `wx`: routing, navigation bar, tab bar,
 * pull-down refresh, `pageScrollTo`, selector queries, intersection observers, the share menu, and
 * the events of the App (`onAppShow`, `onError`, launch options). Everything else is `createWx`'s.
 */
export type Phone = Readonly<{
  /** Tells the phones on one desk apart: `left`. */
  id: string;
  /** Who holds the phone; sent with every call to the cloud. */
  openid: string;
  /** Begins every key of this phone in the browser's storage, so phones share nothing. */
  storagePrefix: string;
  /** Where `/call/…` and `/phone/…` answer: the origin the phone was loaded from, no slash at the end. */
  cloudUrl: string;
  config: AppConfig;
  /** Sizes of now, in CSS pixels. */
  screen(): Screen;
  /** Covers the whole phone and lets touches through: toasts, dialogs and sheets are put here. */
  overlay: HTMLElement;
  /** Open pages, the lowest first; the last one is seen. */
  pages(): readonly OpenPage[];
  /** The page that is seen; undefined only before the first one opened. */
  currentPage(): OpenPage | undefined;
  /**
   * The address at which the browser finds `src`. `/a.png` is a file of the Mini Program, `a.png` one
   * beside the component `from` (a path such as `pages/index/index`); other schemes stay as they are.
   */
  assetUrl(src: string, from?: string): string;
  /** As `wx.navigateTo` and its kin, for `<navigator>`; rejects with `ApiFailure`. */
  route(kind: RouteKind, options: RouteOptions): Promise<unknown>;
  /** As if the person chose to share: asks the page's `onShareAppMessage` and hands the card on. */
  share(from: ShareFrom): Promise<void>;
  /**
   * Opens the customer-service chat.
   * @param back told once, when the person comes back to the Mini Program
   */
  contact(session: ContactSession, back: (returned: ContactReturn) => void): void;
  /** Reports an error of the app: console, `window.__errors`, `App.onError`. */
  report(error: unknown): void;
  /** Closes the Mini Program and starts it anew, at its first page unless an address is given. */
  relaunch(address?: string): void;
  /** Tells `listener` whenever the Mini Program comes to the front or goes to the back. */
  onVisibility(listener: (visible: boolean) => void): void;
}>;

export type RouteKind = "navigateTo" | "redirectTo" | "navigateBack" | "reLaunch" | "switchTab";

export type RouteOptions = Readonly<{ url?: string; delta?: number; events?: ChannelEvents }>;

export type ChannelEvents = Readonly<Record<string, (...args: unknown[]) => void>>;

/** From the menu at the top right, or from `<button open-type="share">`, whose event target it is. */
export type ShareFrom = Readonly<{ from: "menu" } | { from: "button"; target: unknown }>;

/** What a `<button open-type="contact">` brings into the chat. */
export type ContactSession = Readonly<{
  sessionFrom: string;
  /** What the person is offered to send. */
  card?: Readonly<{ title: string; path: string; imageUrl: string }>;
}>;

/** With the page of the card that the person tapped in the chat; both empty where it was none. */
export type ContactReturn = Readonly<{ path: string; query: Readonly<Record<string, string>> }>;

/** All in CSS pixels, from the phone's top left corner. */
export type Screen = Readonly<{
  width: number;
  height: number;
  /** What is left for the page between navigation bar and tab bar. */
  windowWidth: number;
  windowHeight: number;
  /** Where the page's window begins. */
  windowTop: number;
  statusBarHeight: number;
  /** The capsule at the top right. */
  menuButton: Rect;
}>;

export type Rect = Readonly<{
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}>;

/** What an app's page looks like from outside: its fields and methods are the app's own. */
export type PageInstance = {
  route: string;
  options: Record<string, string>;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
  [member: string]: unknown;
};

/** One page of the stack. */
export type OpenPage = Readonly<{
  /** Unlike that of any other page ever opened on this phone. */
  pageId: number;
  /** `pages/index/index`. */
  route: string;
  query: Readonly<Record<string, string>>;
  config: ComponentConfig;
  /** What `getCurrentPages()` shows the app. */
  instance: PageInstance;
  /** The page's root in glass-easel's tree; its shadow root is where selectors start. */
  component: GeneralComponent;
  /** Holds navigation bar, window and page; hidden while another page is seen. */
  element: HTMLElement;
  /** The element that scrolls. */
  scroller: HTMLElement;
}>;
