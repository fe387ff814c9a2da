import * as z from "zod";
import { operations } from "./api.ts";
import type { Database } from "./kernel/database.ts";
import type { Caller, Context, Role, Visitor, Who } from "./kernel/operation.ts";
import type { Ports } from "./kernel/ports.ts";
import { isRefusalCode, Refusal, type RefusalCode, refuse, sentences } from "./kernel/refusal.ts";
import { callerOf } from "./members/callerOf.ts";

export type Reply =
  | Readonly<{ ok: true; value: unknown }>
  | Readonly<{
      ok: false;
      code: RefusalCode;
      message: string;
      /** Where in a form with many parts, as a path of its JSON: "rules.3.caps.0". */
      place?: string;
      traceId?: string;
    }>;

/** What the door knows of a call, besides what was asked: WeChat's word for who, and the request's id. */
export type Call = Readonly<{ openid: string; traceId: string }>;

const Request = z.object({ operation: z.string(), input: z.unknown() });

/** As `app.ts` runs it: what came in has been parsed, and what goes out will be. */
type AnyOperation = Readonly<{
  name: string;
  who: Who;
  input: z.ZodType;
  output: z.ZodType;
  run(context: Context<Who, z.ZodType>): Promise<unknown>;
}>;

const byName = new Map<string, AnyOperation>(
  operations.map((operation) => [operation.name, operation as unknown as AnyOperation]),
);

/**
 * The one place that finds out who calls, parses, asks whether they may, runs, answers and logs.
 * @param operators openids that may found villages; named at deployment
 */
export function createApp(
  ports: Ports & Readonly<{ db: Database; operators: readonly string[] }>,
): (request: unknown, call: Call) => Promise<Reply> {
  return async (request, { openid, traceId }) => {
    const at = ports.clock.now();
    const started = Date.parse(at);
    const line = { traceId, operation: "?", caller: "?", outcome: "ok" };
    const reply = await answer().catch((error: unknown): Reply => {
      const { code, place } = error instanceof Refusal ? error : new Refusal("internal");
      line.outcome = code;
      const refused = { ok: false, code, message: sentences[code] } as const;
      if (code !== "internal") return place ? { ...refused, place } : refused;
      ports.log.failure(traceId, error);
      return { ...refused, traceId };
    });
    ports.log.write({ ...line, ms: Date.parse(ports.clock.now()) - started });
    return reply;

    async function answer(): Promise<Reply> {
      const asked = Request.safeParse(request);
      const operation = asked.success ? byName.get(asked.data.operation) : undefined;
      if (!asked.success || !operation) refuse("unknown_operation");
      line.operation = operation.name;
      const caller = await callerOf(ports.db, openid);
      line.caller = caller.id ?? "visitor";
      checkWho(operation.who, caller, ports.operators);
      const input = parse(operation.input, asked.data.input ?? {});
      const value = await operation.run({ ...ports, caller, input, at });
      return { ok: true, value: operation.output.parse(value) };
    }
  };
}

function checkWho(who: Who, caller: Caller | Visitor, operators: readonly string[]): void {
  if (who === "anyone") return;
  if (who === "operator") {
    if (!operators.includes(caller.openid)) refuse("not_permitted");
    return;
  }
  if (caller.id === undefined) refuse("not_signed_in");
  if (!caller.roles.some((role: Role) => who.includes(role))) refuse("not_permitted");
}

/** The first complaint that names a refusal becomes it; any other is `invalid_input`. */
function parse(schema: z.ZodType, input: unknown): unknown {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const named = parsed.error.issues.find(({ message }) => isRefusalCode(message));
  if (!named || !isRefusalCode(named.message)) refuse("invalid_input");
  return refuse(named.message, placeOf(named.path));
}

/** A field's own name says nothing that its sentence does not; a place inside a list does. */
const placeOf = (path: readonly PropertyKey[]): string | undefined =>
  path.length > 1 ? path.map(String).join(".") : undefined;
