import type { Database } from "../kernel/database.ts";
import type { ChatMessages } from "../kernel/ports.ts";
import { callerOf } from "../members/callerOf.ts";
import { boardTurn, pointsTurn, postsTurn, submitTurn } from "./asking.ts";
import { type Chat, chatOf, keepChat } from "./chat.ts";
import type { Heard } from "./command.ts";
import type { Ask } from "./door.ts";
import { fewLeft, type Grant, grantOfEntering, grantOfWriting, left, spent } from "./grant.ts";
import { helpFor } from "./help.ts";
import { parse } from "./parse.ts";
import type { Times } from "./plan.ts";
import { reviewing } from "./reviewing.ts";
import { greeting, hello, howToSignIn } from "./texts.ts";
import { audienceOf, type Scene, saying, showingList, type Turn } from "./turn.ts";

/** What the conversation needs of the world. */
export type Ports = Readonly<{ db: Database; chatMessages: ChatMessages; ask: Ask }>;

/** Somebody opened the chat, or wrote. */
export type Said = Readonly<
  { openid: string; times: Times } & (
    | { kind: "entered"; sessionFrom: string }
    | { kind: "wrote"; text: string }
  )
>;

/** What came of it, for the log: how it was understood, by whom it was said, and how it ended. */
export type Talked = Readonly<{ understood: string; caller: string; outcome: string }>;

/**
 * Answers with one message. What a message changes is kept before the answer is sent, so that the person
 * never sees a list whose numbers nobody remembers.
 */
export async function talk({ chatMessages, ...ports }: Ports, said: Said): Promise<Talked> {
  const { db } = ports;
  const { openid, times } = said;
  const [caller, chat] = await Promise.all([callerOf(db, openid), chatOf(db, openid)]);
  const grantIn = (before: Grant): Grant =>
    said.kind === "wrote" ? grantOfWriting(times.at) : grantOfEntering(before, times.at);
  const messagesLeft = left(grantIn(chat.grant), times.at);
  const scene: Scene = { ...ports, caller, chat, times, brief: messagesLeft <= fewLeft };
  const heard = said.kind === "wrote" ? parse(said.text, audienceOf(scene)) : undefined;
  const turn = await (heard ? answerTo(scene, heard) : greetingOf(scene));
  const opened = said.kind === "entered" ? villageIn(said.sessionFrom) : {};
  await keepChat(db, openid, (now) => ({
    ...{ ...turn.changes, ...opened },
    grant: spent(grantIn(now.grant)),
  }));
  const sent = await chatMessages.send(openid, turn.message);
  return {
    understood: heard?.kind ?? "entered",
    caller: caller.id ?? "visitor",
    outcome: sent === "sent" ? turn.outcome : sent,
  };
}

/** `session-from` of the pages' buttons: the village that a stranger was looking at. */
const villageIn = (sessionFrom: string): Pick<Chat, "villageId"> | Record<never, never> => {
  const villageId = /^village=([\w-]{1,64})$/.exec(sessionFrom)?.[1];
  return villageId === undefined ? {} : { villageId };
};

async function greetingOf(scene: Scene): Promise<Turn> {
  const audience = audienceOf(scene);
  return audience === "reviewer" && scene.caller.id !== undefined
    ? showingList(scene, scene.caller, scene.brief ? hello : "")
    : saying(greeting[audience === "stranger" ? "stranger" : "member"]);
}

function answerTo(scene: Scene, heard: Heard): Turn | Promise<Turn> {
  switch (heard.kind) {
    case "refused":
      return saying(heard.sentence, {}, heard.why);
    case "unclear":
      return saying(heard.sentence, {}, "unclear");
    case "board":
      return boardTurn(scene);
    case "points":
      return pointsTurn(scene);
    case "posts":
      return postsTurn(scene);
    case "submit":
      return submitTurn(scene);
    case "help":
      return saying(helpTo(scene));
    default:
      return reviewing(scene, heard);
  }
}

function helpTo(scene: Scene): string {
  const audience = audienceOf(scene);
  return audience === "stranger" ? `${helpFor(audience)}\n${howToSignIn}` : helpFor(audience);
}
