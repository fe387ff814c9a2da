import { formatAddress } from "./addresses.ts";
import { assetUrl } from "./assets.ts";
import { cardPicture } from "./cardPicture.ts";
import { element } from "./frame.ts";
import type { PageStack, StackedPage } from "./pageStack.ts";
import type { ShareFrom } from "./phone.ts";
import { askTarget, findTargets, type Target } from "./shareTarget.ts";

/** What a person hands on to a chat. Told to the page that embeds the phone, as `{type: "phone:share"}`. */
export type ShareCard = Readonly<{
  title: string;
  /** The page it opens, with its query: `/pages/index/index?id=1`. */
  path: string;
  imageUrl?: string;
  /** As `wx.updateShareMenu` was told, for cards whose text the server may change later. */
  menu: object;
}>;

export type Sharing = Readonly<{
  share(from: ShareFrom): Promise<void>;
  /** Whether the menu offers to share the page that is seen. */
  isOffered(): boolean;
  /** For the page that is seen. */
  setOffered(offered: boolean): void;
  /** What goes with the cards of the page that is seen. */
  updateMenu(options: object): void;
}>;

declare global {
  interface Window {
    /** Cards handed on since the phone was loaded. */
    __shares: ShareCard[];
  }
}

/** WeChat waits no longer for a promised card. */
const promiseMilliseconds = 3000;
const noticeMilliseconds = 1500;

export function openSharing(parts: {
  overlay: HTMLElement;
  identity: Readonly<{ id: string; openid: string }>;
  stack: PageStack;
  urlOf(src: string): Promise<string>;
}): Sharing {
  const { overlay, identity, stack, urlOf } = parts;
  window.__shares = [];
  const unoffered = new WeakSet<StackedPage>();
  const menus = new WeakMap<StackedPage, object>();

  /** Where a cloud knows of groups and friends, the card goes to the one that the person chooses. */
  async function handOn(card: ShareCard, page: StackedPage): Promise<void> {
    const targets = await findTargets(identity.openid);
    const target = targets.length > 0 ? await askTarget(overlay, targets) : undefined;
    if (targets.length > 0 && !target) return;
    if (target) await send(card, target, page);
    window.__shares.push(card);
    window.parent.postMessage({ type: "phone:share", ...identity, card }, location.origin);
    showShared(overlay, card.title, card.imageUrl);
  }

  async function send(card: ShareCard, to: Target, page: StackedPage): Promise<void> {
    const { title, path, menu } = card;
    const imageUrl = await cardPicture(card.imageUrl, page.scroller, urlOf);
    const response = await fetch(`/wechat/people/${identity.openid}/shares`, {
      method: "POST",
      body: JSON.stringify({ to, card: { title, path, imageUrl }, menu }),
    });
    if (!response.ok) throw new Error(`shareAppMessage:fail ${await response.text()}`);
  }

  return {
    async share(from) {
      const page = stack.current();
      if (!page) return;
      const path = formatAddress({ path: page.route, query: page.query });
      const { promise, ...said } = (stack.call(page, "onShareAppMessage", from) ?? {}) as {
        promise?: Promise<object>;
      };
      const promised = promise && (await Promise.race([promise, wait(promiseMilliseconds)]));
      const card = { title: page.navigationBar.title(), path, ...said, ...promised };
      await handOn({ ...card, menu: menus.get(page) ?? {} }, page);
    },
    isOffered() {
      const page = stack.current();
      const asks = typeof page?.instance.onShareAppMessage === "function";
      return page !== undefined && asks && !unoffered.has(page);
    },
    setOffered(offered) {
      const page = stack.current();
      if (page && offered) unoffered.delete(page);
      if (page && !offered) unoffered.add(page);
    },
    updateMenu(options) {
      const page = stack.current();
      if (page) menus.set(page, options);
    },
  };
}

/** Tells the person for a moment that something went out to a chat. */
export function showShared(overlay: HTMLElement, title: string, imageUrl?: string): void {
  const notice = element("div", "phone-shared", `已转发：${title}`);
  if (imageUrl) {
    const image = notice.appendChild(element("img", ""));
    image.src = assetUrl(imageUrl);
  }
  overlay.append(notice);
  setTimeout(() => notice.remove(), noticeMilliseconds);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
