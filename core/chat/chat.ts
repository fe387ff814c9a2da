import { collection, type Database, type Transaction } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import type { Instant } from "../kernel/time.ts";
import { type Grant, noGrant } from "./grant.ts";

/** One of a list, as it was shown. */
export type Item = Readonly<{
  number: number;
  submissionId: string;
  /** When it was handed in: mended since, it is not what the person has seen. */
  submittedAt: Instant;
  member: string;
  rule: string;
  /** What 通过 approves it at, and what that earns before any cap. */
  usual: Grading;
  /** What 重大 approves it at; left out where the rule has not exactly one grade above. */
  higher?: Grading;
}>;

export type Grading = Readonly<{ gradeId: string; points: Points }>;

/** What somebody and the village's software have said to each other, as far as the next message needs it. */
export type Chat = Readonly<{
  /** The openid: strangers write as well. */
  id: string;
  /** Of a stranger: the village that the page named through which the chat was opened; "" for none. */
  villageId: string;
  /** The list last shown, over all its pages: numbers are those of this list and of no other. */
  list: Readonly<{ shownAt: Instant; items: readonly Item[] }>;
  /** What 全部通过 asked about, waiting for 确认; no items where nothing waits. */
  question: Readonly<{ askedAt: Instant; items: readonly Item[] }>;
  /** What the last deciding message decided: what 撤销 takes back. */
  decided: readonly Item[];
  grant: Grant;
}>;

export const chats = collection<Chat>("chats");

/** What a message changes of it. */
export type Changes = Partial<Pick<Chat, "villageId" | "list" | "question" | "decided">>;

export const noQuestion: Chat["question"] = { askedAt: "", items: [] };

const newChat = (openid: string): Chat => ({
  ...{ id: openid, villageId: "", list: { shownAt: "", items: [] }, question: noQuestion },
  ...{ decided: [], grant: noGrant },
});

export const chatOf = async (db: Database | Transaction, openid: string): Promise<Chat> =>
  (await db.get(chats, openid)) ?? newChat(openid);

/** Keeps what a message has changed, whatever another one of the same person changes meanwhile. */
export const keepChat = (
  db: Database,
  openid: string,
  change: (chat: Chat) => Changes & Pick<Chat, "grant">,
): Promise<void> =>
  db.transact(async (tx) => {
    const chat = await chatOf(tx, openid);
    await tx.put(chats, { ...chat, ...change(chat) });
  });

/** 消息: one of WeChat's pushes that was heard. WeChat pushes again what it takes for unanswered. */
export type HeardPush = Readonly<{ id: string; at: Instant }>;

export const heardPushes = collection<HeardPush>("heardPushes");
