import cloud from "wx-server-sdk";
import type { Notice, NoticeKind, Notices } from "../core/kernel/ports.ts";
import { localDate } from "../core/kernel/time.ts";

/**
 * Template ids that the village's account got from WeChat (公众平台 → 订阅消息), as environment
 * variables of the function. The phone asks for the same ids: `miniprogram/config.ts`.
 */
const templateOf = (kind: NoticeKind): string =>
  (kind === "toReview" ? process.env.TEMPLATE_TO_REVIEW : process.env.TEMPLATE_DECIDED) ?? kind;

/** A `thing` of a template holds at most 20 characters. */
const thingMost = 20;

/** Subscribe messages. One that WeChat refuses (the person took the consent back) is only logged. */
export const notices: Notices = {
  async tell(notice) {
    try {
      await cloud.openapi.subscribeMessage.send(messageOf(notice));
    } catch (error) {
      console.error("notice", notice.kind, error instanceof Error ? error.message : error);
    }
  },
};

const messageOf = ({ kind, openid, page, title, status, at }: Notice) => ({
  touser: openid,
  templateId: templateOf(kind),
  page,
  data: {
    thing1: { value: title.slice(0, thingMost) },
    phrase2: { value: status },
    date3: { value: localDate(at) },
  },
});
