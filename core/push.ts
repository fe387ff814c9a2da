import * as z from "zod";
import { createApp } from "./app.ts";
import { heardPushes } from "./chat/chat.ts";
import type { Ask } from "./chat/door.ts";
import { type Said, talk } from "./chat/talk.ts";
import type { Database } from "./kernel/database.ts";
import type { Ports } from "./kernel/ports.ts";
import { sentences } from "./kernel/refusal.ts";
import type { Instant } from "./kernel/time.ts";
import { takeVerdict, VerdictEvent, verdictIn } from "./media/takeVerdict.ts";

/** What the door knows of a push: where it came from, by WeChat's word, and the request's id. */
export type Pushed = Readonly<{ source: string; traceId: string }>;

const Push = z.object({
  MsgType: z.string(),
  Event: z.string().optional(),
});

const person = {
  FromUserName: z.string().min(1),
  /** Seconds since 1970. */
  CreateTime: z.int(),
};

const Text = z.object({
  ...person,
  MsgId: z.union([z.number(), z.string()]),
  Content: z.string(),
});

const Entering = z.object({ ...person, SessionFrom: z.string().default("") });

/** What phones, the developer's tools and HTTP calls name as their source: those are no push. */
const called = /^wx_(client|devtools|http)/;

/** Logs hold names of events, and never what somebody may have written there. */
const nameShape = /^\w{1,40}$/;

/** How a push ended, for the log. */
type Ended = Readonly<{ outcome: string; operation?: string; caller?: string }>;

type Needed = Ports & Readonly<{ db: Database; operators: readonly string[] }>;

/** One push, and what it is heard with. */
type Hearing = Readonly<{
  ports: Needed;
  ask(openid: string): Ask;
  event: unknown;
  at: Instant;
  traceId: string;
}>;

/**
 * The one place that hears WeChat's message push: what people write in the customer-service chat, that they
 * open it, and the verdicts on pictures. Of the rest it says in the log, by name, that it does not.
 *
 * WeChat waits five seconds for the answer and then pushes again, the same MsgId, up to three times; the work
 * is done within the call, as CloudBase stops a function that has answered. So a push is known again by
 * its id, which is kept before anything is done: what is pushed twice is done once. A call that breaks off
 * half way is not done again either; the person writes once more.
 * @returns a function that answers what WeChat expects, whatever became of the message
 */
export function createPush(ports: Needed): (event: unknown, pushed: Pushed) => Promise<"success"> {
  const { clock, log } = ports;
  const app = createApp(ports);
  return async (event, { source, traceId }) => {
    const at = clock.now();
    const parsed = Push.safeParse(event);
    const operation = parsed.success ? nameOf(parsed.data) : "push";
    const ask = (openid: string) =>
      // `createApp` has parsed the answer by the operation's own schema.
      (async (name, input) => app({ operation: name, input }, { openid, traceId })) as Ask;
    const ended = await hear(operation, source, { ports, ask, event, at, traceId }).catch(
      (error: unknown): Ended => {
        log.failure(traceId, error);
        return { outcome: "internal" };
      },
    );
    const ms = Date.parse(clock.now()) - Date.parse(at);
    log.write({ traceId, operation, caller: "wechat", ...ended, ms });
    return "success";
  };
}

async function hear(operation: string, source: string, hearing: Hearing): Promise<Ended> {
  if (called.test(source)) return { outcome: "not_a_push" };
  switch (operation) {
    case "push:wxa_media_check":
      return hearVerdict(hearing);
    case "push:text":
      return hearText(hearing);
    case "push:user_enter_tempsession":
      return hearEntering(hearing);
    default:
      return { outcome: "not_supported" };
  }
}

async function hearVerdict({ ports: { db }, event, at }: Hearing): Promise<Ended> {
  const verdict = VerdictEvent.safeParse(event);
  if (!verdict.success) return { outcome: "invalid_input" };
  const check = await takeVerdict(db, verdict.data.trace_id, verdictIn(verdict.data), at);
  return { outcome: check === "known" ? "ok" : "unknown_trace" };
}

async function hearText(hearing: Hearing): Promise<Ended> {
  const text = Text.safeParse(hearing.event);
  if (!text.success) return { outcome: "invalid_input" };
  const { FromUserName: openid, CreateTime, MsgId, Content } = text.data;
  const times = timesOf(CreateTime, hearing);
  // Too large for a number of JSON, a MsgId comes rounded: it may be another person's too, but not one's own.
  return once(hearing, `${openid}.${MsgId}`, { kind: "wrote", openid, times, text: Content });
}

async function hearEntering(hearing: Hearing): Promise<Ended> {
  const entering = Entering.safeParse(hearing.event);
  if (!entering.success) return { outcome: "invalid_input" };
  const { FromUserName: openid, CreateTime, SessionFrom: sessionFrom } = entering.data;
  const times = timesOf(CreateTime, hearing);
  // Events have no MsgId; who and when tells them apart.
  const id = `${openid}.entered.${CreateTime}`;
  return once(hearing, id, { kind: "entered", openid, times, sessionFrom });
}

const timesOf = (seconds: number, { at }: Hearing): Said["times"] => ({
  ...{ writtenAt: new Date(seconds * 1000).toISOString(), at },
});

async function once({ ports, ask, at, traceId }: Hearing, id: string, said: Said): Promise<Ended> {
  if (!(await ports.db.insertNew(heardPushes, { id, at }))) return { outcome: "heard_before" };
  try {
    const { understood, ...ended } = await talk({ ...ports, ask: ask(said.openid) }, said);
    return { operation: `chat:${understood}`, ...ended };
  } catch (error) {
    ports.log.failure(traceId, error);
    await ports.chatMessages.send(said.openid, { kind: "text", text: sentences.internal });
    return { outcome: "internal" };
  }
}

function nameOf({ MsgType, Event = MsgType }: z.output<typeof Push>): string {
  return nameShape.test(Event) ? `push:${Event}` : "push";
}
