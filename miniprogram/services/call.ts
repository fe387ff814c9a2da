import type { Api } from "../../core/api.ts";
import type { RefusalCode } from "../../core/kernel/refusal.ts";

/** The village's reasons to say no, and the one that only a phone can have. */
export type Code = RefusalCode | "no_signal";

/**
 * The answer is no. `message` is the sentence to show; `traceId` finds the line in the log; `place` is where in
 * what was sent, of a form with many parts or a map.
 */
export class Refused extends Error {
  constructor(
    readonly code: Code,
    message: string,
    readonly traceId = "",
    readonly place = "",
  ) {
    super(message);
  }
}

type Reply<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; code: RefusalCode; message: string; traceId?: string; place?: string }>;

/**
 * Calls one operation of the village's software.
 * @throws Refused with the village's code, `no_signal` when the call did not get through, or
 *   `internal` when the cloud itself failed
 */
export async function call<Name extends keyof Api>(
  operation: Name,
  input: Api[Name]["input"],
): Promise<Api[Name]["output"]> {
  const { result } = await wx.cloud
    .callFunction({ name: "api", data: { operation, input } })
    .catch((failure: unknown): never => {
      throw transportFailure(failure);
    });
  const reply = result as Reply<Api[Name]["output"]>;
  if (!reply.ok) throw new Refused(reply.code, reply.message, reply.traceId, reply.place);
  return reply.value;
}

/** What the cloud itself says has a code of six digits; a request that got lost on the way has -1. */
const sixDigits = 100_000;

/** Why a call or an upload failed before the village could answer. */
export function transportFailure(failure: unknown): Refused {
  const { errCode = -1, requestID = "" } = (failure ?? {}) as {
    errCode?: number;
    requestID?: string;
  };
  return Math.abs(errCode) < sixDigits
    ? new Refused("no_signal", "没有信号，请稍后再试")
    : new Refused("internal", "系统出了问题，请稍后再试", requestID);
}
