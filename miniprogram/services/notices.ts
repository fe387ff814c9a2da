import type { NoticeKind } from "../../core/kernel/ports.ts";
import { config } from "../config";
import { attempt } from "./attempt";
import { call } from "./call";
import { announce, explain } from "./dialogs";

/**
 * Asks in WeChat's own window whether one message of each of these kinds may be sent, and has the
 * village count what was ticked. WeChat shows that window only straight from a tap: call it first,
 * before anything is waited for.
 * @returns whether the village may now send at least one
 */
export async function askNotices(kinds: readonly NoticeKind[]): Promise<boolean> {
  const tmplIds = kinds.map((kind) => config.templates[kind]);
  const answers = await wx.requestSubscribeMessage({ tmplIds }).catch(() => undefined);
  if (!answers) {
    explain("微信没有打开通知，请在右上角“···”的设置里允许接收消息");
    return false;
  }
  const accepted = acceptedKinds(kinds, answers);
  if (accepted.length === 0) return false;
  const counted = await attempt(() => call("allowNotices", { kinds: accepted }));
  if (counted) announce("好的，有消息就通知您");
  return counted !== undefined;
}

export const askNotice = (kind: NoticeKind): Promise<boolean> => askNotices([kind]);

/** @param answers WeChat's answer by template id: "accept", "reject", "ban" or "filter" */
export const acceptedKinds = (
  kinds: readonly NoticeKind[],
  answers: Readonly<Record<string, unknown>>,
): NoticeKind[] => kinds.filter((kind) => answers[config.templates[kind]] === "accept");
