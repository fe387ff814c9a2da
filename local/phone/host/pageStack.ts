import type { Program } from "../program.ts";
import type { Address } from "./addresses.ts";
import { type EventChannel, openChannel } from "./eventChannel.ts";
import { buildNavigationBar, type NavigationBar } from "./navigationBar.ts";
import { buildPageView } from "./pageView.ts";
import type { ChannelEvents, OpenPage, PageInstance } from "./phone.ts";
import { attempt } from "./report.ts";
import type { Sheets } from "./sheets.ts";
import type { Space } from "./space.ts";

/** A page of the stack with what only the host needs of it. */
export type StackedPage = OpenPage &
  Readonly<{
    /** What is between the bars; its scroller is inside. */
    pane: HTMLElement;
    navigationBar: NavigationBar;
    /** Puts it on the glass: its components get `attached`. */
    attach(): void;
    /** Takes it off the glass: its components get `detached`. */
    release(): void;
  }>;

/** Makes, shows, hides and ends pages, and calls their life cycle; knows no rules of routing. */
export type PageStack = Readonly<{
  pages(): readonly StackedPage[];
  current(): StackedPage | undefined;
  /**
   * Makes a page that stands nowhere yet; throws what its script throws.
   * @param events what its opener listens for
   */
  make(address: Address, events?: ChannelEvents): { page: StackedPage; channel: EventChannel };
  /** A page that was just made comes on top, is loaded and shown. */
  enter(page: StackedPage): void;
  /** A page that lived on comes back on top and is shown. */
  restore(page: StackedPage): void;
  /** Takes the topmost page off the stack; it lives on. */
  pop(): StackedPage | undefined;
  show(page: StackedPage): void;
  hide(page: StackedPage): void;
  unload(page: StackedPage): void;
  /** Calls a method that the app's page may have. */
  call(page: OpenPage, method: string, ...args: unknown[]): unknown;
}>;

export function openPageStack(options: {
  program: Program;
  space: Space;
  sheets: Sheets;
  stage: HTMLElement;
  report(error: unknown): void;
  /** A page was made and is about to stand on the glass: joins scrolling and bars to it. */
  made(page: StackedPage): void;
  /** A page is about to leave the glass for good. */
  ended(page: StackedPage): void;
}): PageStack {
  const { program, space, sheets, stage, report } = options;
  const stack: StackedPage[] = [];
  const ready = new WeakSet<StackedPage>();
  let lastPageId = 0;

  function call(page: OpenPage, method: string, ...args: unknown[]): unknown {
    const member = page.instance[method];
    return typeof member === "function"
      ? attempt(report, () => member.apply(page.instance, args))
      : undefined;
  }

  function make(address: Address, opened: EventChannel): StackedPage {
    const { path, query } = address;
    const config = { usingComponents: {}, ...program.config.window, ...program.components[path] };
    const root = space.createRoot("page", address);
    const instance = root.get() as unknown as PageInstance;
    Object.assign(instance, {
      route: path,
      __route__: path,
      options: { ...query },
      getOpenerEventChannel: () => opened,
    });
    const { bar, ...view } = buildPageView(path, config.disableScroll === true);
    lastPageId += 1;
    return {
      ...view,
      pageId: lastPageId,
      route: path,
      query,
      config,
      instance,
      component: root.getComponent(),
      navigationBar: buildNavigationBar(bar, config),
      attach: () => {
        stage.append(view.element);
        const placeholder = view.scroller.appendChild(document.createElement("div"));
        root.attach(view.scroller as never, placeholder as never);
      },
      release: () => {
        root.release();
        view.element.remove();
      },
    };
  }

  function show(page: StackedPage): void {
    page.element.hidden = false;
    sheets.show(page.route);
    call(page, "onShow");
    page.component.triggerPageLifetime("show", []);
    if (ready.has(page)) return;
    ready.add(page);
    // It may be gone by then: a page can send the person on as soon as it is shown.
    setTimeout(() => page.element.isConnected && call(page, "onReady"));
  }

  return {
    pages: () => stack,
    current: () => stack.at(-1),
    make(address, events = {}) {
      const { opener, opened } = openChannel(events);
      return { page: make(address, opened), channel: opener };
    },
    enter(page) {
      stack.push(page);
      options.made(page);
      sheets.show(page.route);
      page.attach();
      call(page, "onLoad", { ...page.query });
      show(page);
    },
    restore(page) {
      stack.push(page);
      show(page);
    },
    pop: () => stack.pop(),
    show,
    hide(page) {
      page.element.hidden = true;
      call(page, "onHide");
      page.component.triggerPageLifetime("hide", []);
    },
    unload(page) {
      call(page, "onUnload");
      options.ended(page);
      page.release();
    },
    call,
  };
}
