import type { Instant } from "../kernel/time.ts";
import type { Chat, Grading, Item } from "./chat.ts";
import type { Command } from "./command.ts";

/** Commands about what waits, that name it by number or by what was said before. */
export type Deciding = Extract<
  Command,
  { kind: "approve" | "major" | "return" | "confirm" | "undo" }
>;

/** One decision that a message names. */
export type Deed = Readonly<
  { item: Item } & (
    | { kind: "approve"; grading: Grading }
    | { kind: "return"; reason: string }
    | { kind: "undo" }
  )
>;

export type Missed = Readonly<{ number: number; why: "not_listed" | "no_higher_grade" }>;

/** What a message leads to: exactly these deeds, or none and why. */
export type Plan = Readonly<
  { kind: "do"; deeds: readonly Deed[]; missed: readonly Missed[] } | { kind: "none"; why: WhyNone }
>;

export type WhyNone = "list_outdated" | "nothing_asked" | "question_outdated" | "nothing_decided";

/** When a message was written, by WeChat's word in whole seconds, and when it is heard. */
export type Times = Readonly<{ writtenAt: Instant; at: Instant }>;

/** A list is good for so long: what waits next morning is looked at anew. */
export const listHours = 12;

export const questionMinutes = 5;

const minute = 60_000;

/**
 * What is to be done, from nothing but the message and what the person was shown: a number means the item
 * that stands behind it in the list last shown to them, as it was then.
 */
export function planOf(command: Deciding, chat: Chat, times: Times): Plan {
  switch (command.kind) {
    case "confirm":
      return confirming(chat, times);
    case "undo":
      return chat.decided.length === 0
        ? { kind: "none", why: "nothing_decided" }
        : doing(chat.decided.map((item) => ({ kind: "undo", item })));
    case "return":
      return byNumber([command.number], chat, times, (item) => ({
        ...{ kind: "return", item, reason: command.reason },
      }));
    case "approve":
      return byNumber(command.numbers, chat, times, approving);
    case "major":
      return byNumber(command.numbers, chat, times, (item) =>
        item.higher ? { kind: "approve", item, grading: item.higher } : undefined,
      );
  }
}

const doing = (deeds: readonly Deed[], missed: readonly Missed[] = []): Plan => ({
  ...{ kind: "do", deeds, missed },
});

const approving = (item: Item): Deed => ({ kind: "approve", item, grading: item.usual });

function byNumber(
  numbers: readonly number[],
  { list }: Chat,
  times: Times,
  deedOn: (item: Item) => Deed | undefined,
): Plan {
  if (isOutdated(list, times)) return { kind: "none", why: "list_outdated" };
  const deeds: Deed[] = [];
  const missed: Missed[] = [];
  for (const number of numbers) {
    const item = list.items.find((one) => one.number === number);
    const deed = item && deedOn(item);
    if (deed) deeds.push(deed);
    else missed.push({ number, why: item ? "no_higher_grade" : "not_listed" });
  }
  return doing(deeds, missed);
}

/** Too old, or shown only after the message was written: its numbers are those of an earlier one. */
export const isOutdated = ({ items, shownAt }: Chat["list"], times: Times): boolean =>
  items.length === 0 || isOver(shownAt, listHours * 60, times) || isUnseen(shownAt, times);

/** Exactly what was asked about, not what came since. */
function confirming({ question }: Chat, times: Times): Plan {
  const { items, askedAt } = question;
  if (items.length === 0 || isUnseen(askedAt, times)) return { kind: "none", why: "nothing_asked" };
  if (isOver(askedAt, questionMinutes, times)) return { kind: "none", why: "question_outdated" };
  return doing(items.map(approving));
}

const isOver = (since: Instant, minutes: number, { at }: Times): boolean =>
  Date.parse(at) - Date.parse(since) > minutes * minute;

/** WeChat says the second in which a message was written; in that second it may have been any moment. */
const isUnseen = (shownAt: Instant, { writtenAt }: Times): boolean =>
  Date.parse(writtenAt) + 1000 <= Date.parse(shownAt);
