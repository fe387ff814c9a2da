import { type Done, isMessage } from "./deeds.ts";

/** The Mini Program's own account, as events name it. */
export const account = "gh_local";

/** The deeds that the Mini Program's function hears of. */
export type PushedDeed = Done<"entered" | "wrote" | "sentCard">;

/**
 * What WeChat's message push sends of a deed, in the JSON that it gives a cloud function; the same deed gives
 * the same event, so that it can be pushed again.
 */
export function pushEvent(deed: PushedDeed, appid: string): object {
  return {
    ToUserName: account,
    FromUserName: deed.openid,
    CreateTime: Math.floor(Date.parse(deed.at) / 1000),
    ...contentOf(deed, appid),
  };
}

function contentOf(deed: PushedDeed, appid: string): object {
  switch (deed.kind) {
    case "entered":
      return {
        MsgType: "event",
        Event: "user_enter_tempsession",
        SessionFrom: deed.sessionFrom,
      };
    case "wrote":
      return { MsgType: "text", Content: deed.text, MsgId: deed.msgId };
    case "sentCard":
      return {
        MsgType: "miniprogrampage",
        MsgId: deed.msgId,
        Title: deed.card.title,
        AppId: appid,
        PagePath: deed.card.path.replace(/^\//, ""),
        ThumbUrl: deed.card.imageUrl,
        ThumbMediaId: `local-thumb-${deed.n}`,
      };
  }
}

/** WeChat's ids grow by about so much in a millisecond; divisible by 16, so that no digit is lost. */
const idsEachMs = 14_000;

/** The step between ids of one millisecond: numbers of this size are four apart in JavaScript. */
const idStep = 4;

/**
 * An id as WeChat gives them: a number of 17 digits, which no other message has. It is larger than
 * `Number.MAX_SAFE_INTEGER`; what JSON would round is given rounded.
 */
export function nextMsgId(deeds: readonly Done[], now: number): number {
  const lastId = deeds.filter(isMessage).at(-1)?.msgId ?? 0;
  return Math.max(now * idsEachMs, lastId + idStep);
}
