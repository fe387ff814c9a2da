import { cloudbasePorts } from "../../cloudbase/ports.ts";
import type { Api, OperationName } from "../../core/api.ts";
import { createApp } from "../../core/app.ts";
import type { Instant } from "../../core/kernel/time.ts";
import { takeVerdict } from "../../core/media/takeVerdict.ts";
import { codeOf, operatorOpenid } from "./village.ts";

/** Asks the village's software for something, as somebody, at some moment of the past. */
export type Ask = <Name extends OperationName>(
  who: Readonly<{ openid: string }>,
  name: Name,
  input: Api[Name]["input"],
  at: Instant,
) => Promise<Api[Name]["output"]>;

/**
 * The real operations over the real database; only the clock, the codes and WeChat's checks are the
 * demo's own: a past year cannot be lived through, and the texts are ours.
 */
export function asking(): Ask {
  const ports = cloudbasePorts();
  let invitations = 0;
  let pictures = 0;
  return async (who, name, input, at) => {
    const looked: string[] = [];
    const app = createApp({
      ...ports,
      operators: [operatorOpenid],
      clock: { now: () => at },
      codes: { ...ports.codes, invitation: () => codeOf(++invitations) },
      contentCheck: {
        text: async () => "pass",
        picture: async () => {
          const traceId = `demo-picture-${++pictures}`;
          looked.push(traceId);
          return traceId;
        },
      },
      log: { write: () => undefined, failure: (_, error) => console.error(error) },
    });
    const reply = await app({ operation: name, input }, { openid: who.openid, traceId: "demo" });
    if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(input)}`);
    for (const traceId of looked) await takeVerdict(ports.db, traceId, "pass", at);
    return reply.value as Api[typeof name]["output"];
  };
}
