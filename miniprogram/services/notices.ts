import type { NoticeKind } from "../../core/kernel/ports.ts";
import { config } from "../config";
import { call } from "./call";
import { announce } from "./dialogs";

/**
 * Asks in WeChat's own window whether one message of this kind may be sent, and tells the village.
 * WeChat shows that window only straight from a tap: call it first, before anything is waited for.
 * @returns whether the person allowed it
 */
export async function askNotice(kind: NoticeKind): Promise<boolean> {
  const template = config.templates[kind];
  const answers = await wx.requestSubscribeMessage({ tmplIds: [template] });
  if (answers[template] !== "accept") return false;
  await call("allowNotices", { kinds: [kind] });
  announce("好的，有消息就通知您");
  return true;
}
