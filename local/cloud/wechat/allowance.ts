import type { Message } from "../openapi/outbox.ts";
import { isTaken } from "../openapi/outbox.ts";
import type { Deed, Done } from "./deeds.ts";

/** What WeChat lets a Mini Program send after what a person did: so many messages, for so long. */
type Grant = Readonly<{ messages: number; ms: number }>;

/**
 * Both stand in WeChat's documentation (发送客服消息). That a further message of the person starts the
 * count again, rather than adding to it, does not.
 */
const grants: readonly (readonly [kinds: readonly Deed["kind"][], grant: Grant])[] = [
  [["wrote", "sentCard"], { messages: 5, ms: 48 * 60 * 60 * 1000 }],
  [["entered"], { messages: 2, ms: 60 * 1000 }],
];

/**
 * How many customer-service messages WeChat would take for somebody now.
 * @param deeds of everybody
 * @param calls the outbox
 * @returns undefined when the person did nothing, or too long ago (45015); 0 when all are used (45047)
 */
export function allowance(
  openid: string,
  deeds: readonly Done[],
  calls: readonly Message[],
  now: number,
): number | undefined {
  const sent = calls.filter((call) => isReplyTo(openid, call)).map(({ at }) => Date.parse(at));
  const left = grants.flatMap(([kinds, { messages, ms }]) => {
    const last = deeds.filter((deed) => deed.openid === openid && kinds.includes(deed.kind)).at(-1);
    const since = last === undefined ? Number.NEGATIVE_INFINITY : Date.parse(last.at);
    if (now - since >= ms) return [];
    return [messages - sent.filter((at) => at >= since).length];
  });
  return left.length === 0 ? undefined : Math.max(0, ...left);
}

/** Whether it is a customer-service message that reached the person. */
export const isReplyTo = (openid: string, call: Message): boolean =>
  call.api === "customerServiceMessage.send" && call.data.touser === openid && isTaken(call);
