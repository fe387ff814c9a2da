import type { Database } from "../kernel/database.ts";
import type { Caller, Visitor } from "../kernel/operation.ts";
import type { ChatMessage } from "../kernel/ports.ts";
import { submissions } from "../submissions/submission.ts";
import { waitingSubmissions } from "../submissions/waiting.ts";
import { type Changes, type Chat, noQuestion } from "./chat.ts";
import type { Ask } from "./door.ts";
import type { Audience } from "./examples.ts";
import type { Times } from "./plan.ts";
import { askAgain, bytesMost, bytesOf, countText, listText } from "./texts.ts";
import { waitingAfter } from "./waiting.ts";

/** Who says something, what was said before, and what it can be answered with. */
export type Scene = Readonly<{
  db: Database;
  ask: Ask;
  caller: Caller | Visitor;
  chat: Chat;
  times: Times;
  /** Few messages are left: nothing long is said, and no list is shown. */
  brief: boolean;
}>;

/** What is answered, always in one message, and what is to be remembered of it. */
export type Turn = Readonly<{
  message: ChatMessage;
  changes: Changes;
  /** For the log: "ok", or the code of what hindered it. */
  outcome: string;
}>;

export const saying = (text: string, changes: Changes = {}, outcome = "ok"): Turn => ({
  ...{ message: { kind: "text", text }, changes, outcome },
});

export function audienceOf({ caller }: Pick<Scene, "caller">): Audience {
  if (caller.id === undefined) return "stranger";
  return isReviewer(caller) ? "reviewer" : "member";
}

export const isReviewer = ({ roles }: Caller): boolean =>
  roles.includes("secretary") || roles.includes("committee");

/**
 * The list from its beginning, with new numbers, under what there is to say. What does not fit into one message
 * is not shown, and then there is no list: nobody approves what they did not see.
 */
export async function showingList(
  { db, times, brief }: Scene,
  caller: Caller,
  said: string,
  changes: Changes = {},
  outcome = "ok",
): Promise<Turn> {
  const list = (items: Chat["list"]["items"]) => ({
    ...changes,
    ...{ list: { shownAt: times.at, items }, question: noQuestion },
  });
  if (brief) {
    const total = await db.count(submissions, waitingSubmissions(caller));
    return saying(`${said}${countText(total)}`, changes, outcome);
  }
  const waiting = await waitingAfter(db, caller, []);
  const text = [said, listText(waiting)].filter(Boolean).join("\n");
  if (bytesOf(text) > bytesMost) return saying(`${said}\n${askAgain}`, list([]), outcome);
  return saying(text, list(waiting.listed.map(({ item }) => item)), outcome);
}
