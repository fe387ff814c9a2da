import { parseAddress } from "./addresses.ts";
import { element } from "./frame.ts";
import type { ContactReturn, ContactSession } from "./phone.ts";
import { type Layer, openLayer } from "./wx/layer.ts";

/** Where WeChat opens the Mini Program: from a card or a notice. */
export type Entry = Readonly<{ path: string; scene: number; shareTicket?: string }>;

/**
 * The way to the rest of WeChat and back. The window with chats, notices and groups lies over the phone; with
 * `wechat=beside` in the phone's address the page around shows it instead.
 */
export type WeChat = Readonly<{
  contact(session: ContactSession, back: (returned: ContactReturn) => void): void;
}>;

/** What the window, or the page around the phone, says. */
type Told = Readonly<
  | { type: "wechat:open"; entry: Entry; fromContact: boolean }
  | { type: "wechat:close" }
  | { type: string }
>;

/** @param parts.enter opens a page, unless the app has just opened it itself */
export function openWeChat(parts: {
  overlay: HTMLElement;
  identity: Readonly<{ id: string; openid: string }>;
  enter(entry: Entry, unlessOpen: boolean): Promise<void>;
  setVisible(visible: boolean): void;
  report(error: unknown): void;
}): WeChat {
  const { overlay, identity, enter, setVisible, report } = parts;
  const isBeside = new URL(location.href).searchParams.get("wechat") === "beside";
  let waiting: ((returned: ContactReturn) => void) | undefined;
  let layer: Layer<undefined> | undefined;

  function comeBack(returned: ContactReturn): void {
    waiting?.(returned);
    waiting = undefined;
  }

  /** @returns whether it lay over the phone */
  function closeLayer(): boolean {
    const wasOpen = layer !== undefined;
    layer?.answer(undefined);
    layer = undefined;
    return wasOpen;
  }

  function hear(told: Told): void {
    if ("entry" in told) {
      closeLayer();
      if (told.fromContact) comeBack(parseAddress(told.entry.path, ""));
      enter(told.entry, told.fromContact).catch(report);
    }
    if (told.type === "wechat:close") {
      if (closeLayer()) setVisible(true);
      comeBack({ path: "", query: {} });
    }
  }

  window.addEventListener("message", ({ origin, data }: MessageEvent<Told>) => {
    if (origin === location.origin && typeof data?.type === "string") hear(data);
  });
  return {
    contact(session, back) {
      waiting = back;
      if (isBeside) {
        window.parent.postMessage({ type: "phone:contact", ...identity, session }, location.origin);
        return;
      }
      setVisible(false);
      layer = openLayer<undefined>(overlay, "screen");
      const frame = layer.panel.appendChild(element("iframe", "phone-wechat"));
      frame.title = "微信";
      const asked = { openid: identity.openid, session: JSON.stringify(session) };
      frame.src = `wechat.html?${new URLSearchParams(asked)}`;
    },
  };
}
