import { openidShape } from "../functions/caller.ts";
import { allowance, isReplyTo } from "../wechat/allowance.ts";
import { type Done, isMessage } from "../wechat/deeds.ts";
import type { TemporaryMedia } from "./media.ts";
import { isTaken, type Message } from "./outbox.ts";
import type { Fields, Reply } from "./protobuf.ts";
import { isText, no, ok } from "./reply.ts";

/** What has happened between people and the Mini Program, and the pictures that it may send. */
export type Past = Readonly<{
  deeds: readonly Done[];
  calls: readonly Message[];
  media: TemporaryMedia;
}>;

const textBytesMax = 2048;

/** `customerServiceMessage.send` */
export function sendToCustomer(data: Fields, past: Past): Reply {
  const { touser } = data;
  if (!isText(touser) || !openidShape.test(touser)) return no(40003, "invalid openid");
  const complaint = complaintAboutMessage(data, past.media);
  if (complaint) return complaint;
  const left = allowance(touser, past.deeds, past.calls, Date.now());
  if (left === undefined) {
    return no(45015, "response out of time limit or subscription is canceled");
  }
  return left === 0 ? no(45047, "out of response count limit") : ok();
}

/** What WeChat would not take, by the kind of message. */
function complaintAboutMessage(data: Fields, media: TemporaryMedia): Reply | undefined {
  const { msgtype } = data;
  const content = typeof msgtype === "string" ? data[msgtype] : undefined;
  const fields = (typeof content === "object" && content !== null ? content : {}) as Fields;
  const lacks = (...names: string[]) => names.some((name) => !isText(fields[name]));
  const noMedia = no(40007, "invalid media_id");
  switch (msgtype) {
    case "text":
      if (lacks("content")) return no(44004, "empty content");
      return Buffer.byteLength(String(fields.content)) > textBytesMax
        ? no(45002, "content size out of limit")
        : undefined;
    case "image":
      return media.isUsable(fields.media_id) ? undefined : noMedia;
    case "link":
      return lacks("title", "description", "url", "thumb_url")
        ? no(47001, "data format error")
        : undefined;
    case "miniprogrampage":
      if (lacks("title", "pagepath")) return no(47001, "data format error");
      return media.isUsable(fields.thumb_media_id) ? undefined : noMedia;
    default:
      return no(40008, "invalid message type");
  }
}

/** A sign of typing is shown so long. */
const typingMs = 15_000;

/** It needs a message of either side that is not older. */
const recentMs = 30_000;

/** `customerServiceMessage.setTyping` */
export function setTyping({ touser, command }: Fields, { deeds, calls }: Past): Reply {
  if (!isText(touser) || !openidShape.test(touser)) return no(40003, "invalid openid");
  if (command !== "Typing" && command !== "CancelTyping") return no(45072, "invalid command");
  if (command === "CancelTyping") return ok();
  const now = Date.now();
  const written = deeds.filter((deed) => isMessage(deed) && deed.openid === touser);
  const messages = [...written, ...calls.filter((call) => isReplyTo(touser, call))];
  if (!messages.some(({ at }) => now - Date.parse(at) < recentMs)) {
    return no(45080, "need sending message to user, or receiving message in the last 30 seconds");
  }
  return isTyping(touser, calls, now) ? no(45081, "typing status has already been set") : ok();
}

/** Whether the person sees the sign of typing: a message or 15 seconds end it. */
export function isTyping(openid: string, calls: readonly Message[], now: number): boolean {
  const isSign = (call: Message) =>
    call.api === "customerServiceMessage.setTyping" && call.data.touser === openid && isTaken(call);
  const last = calls.filter((call) => isReplyTo(openid, call) || isSign(call)).at(-1);
  return last?.data.command === "Typing" && now - Date.parse(last.at) < typingMs;
}
