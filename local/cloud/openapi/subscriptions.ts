import type { Done } from "../wechat/deeds.ts";
import { isTaken, type Message } from "./outbox.ts";

/** Whether somebody has allowed more messages of a template than were sent: one tap, one message. */
export function isAllowed(
  openid: string,
  templateId: string,
  deeds: readonly Done[],
  calls: readonly Message[],
): boolean {
  const allowed = deeds.filter(
    (deed) =>
      deed.kind === "subscribed" && deed.openid === openid && deed.templateIds.includes(templateId),
  );
  const sent = calls.filter(
    (call) =>
      call.api === "subscribeMessage.send" &&
      call.data.touser === openid &&
      call.data.template_id === templateId &&
      isTaken(call),
  );
  return allowed.length > sent.length;
}
