import type { Letter } from "./normalise.ts";
import { type Numbers, numbersAt } from "./numbers.ts";
import { type Word, wordsIn } from "./words.ts";

/** A message brought to a shape that the table of rules knows, or does not. */
export type Said = Readonly<{
  /** What the parts mean, in order: "approve numbers", "return numbers reason". */
  shape: string;
  /** The first numbers named; none for most shapes. */
  numbers: Numbers;
  /** What follows a return and its number, as it was written. */
  reason: string;
}>;

/** A word, or all the words of one group of numbers. */
type Part = Word | Readonly<{ kind: "numbers"; from: number; numbers: Numbers }>;

/** @param text in code points */
export function saidIn(text: readonly string[], letters: readonly Letter[]): Said {
  const parts = partsOf(wordsIn(letters));
  const split = endOfReturn(parts);
  const rest = restOf(parts.slice(split));
  return {
    shape: [...meaningful(parts.slice(0, split)).map(({ kind }) => kind), ...rest.shape].join(" "),
    numbers: parts.flatMap((part) => (part.kind === "numbers" ? [part.numbers] : []))[0] ?? none,
    reason: rest.from === undefined ? "" : text.slice(rest.from).join("").trim(),
  };
}

const none: Numbers = { kind: "read", numbers: [] };

function partsOf(words: readonly Word[]): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < words.length; ) {
    const group = numbersAt(words, at);
    const word = words[at];
    if (group) parts.push({ kind: "numbers", from: word?.from ?? 0, numbers: group.numbers });
    else if (word) parts.push(word);
    at = group?.end ?? at + 1;
  }
  return parts;
}

const isOf = (part: Part | undefined, ...kinds: readonly Part["kind"][]): boolean =>
  part !== undefined && kinds.includes(part.kind);

const meaningful = (parts: readonly Part[]): Part[] =>
  parts.filter((part) => !isOf(part, "mark", "pause", "colon", "polite"));

/** What a decision can be about. */
const things = ["numbers", "all", "each", "rest"] as const satisfies readonly Part["kind"][];

/**
 * Where the reason may begin: after "退回 3" or "3 退回" at the head of the message.
 * @returns the number of parts when the message is no return
 */
function endOfReturn(parts: readonly Part[]): number {
  const at = parts.findIndex((part) => isOf(part, "return"));
  const before = meaningful(parts.slice(0, Math.max(at, 0)));
  if (at < 0 || !before.every((part) => isOf(part, ...things))) return parts.length;
  if (before.length > 0) return at + 1;
  const next = parts.findIndex(
    (part, index) => index > at && !isOf(part, "mark", "colon", "polite"),
  );
  return isOf(parts[next], ...things) ? next + 1 : at + 1;
}

type Rest = Readonly<{
  shape: readonly ("reason" | "question" | "second")[];
  /** The code point at which a reason begins. */
  from?: number;
}>;

/**
 * What follows the number of a return. A reason has a word in it that is no order of the grammar, and asks
 * nothing; after a colon or 因为 it may be whatever it likes. Another order beside it makes the message
 * two, and so none.
 */
function restOf(parts: readonly Part[]): Rest {
  const start = parts.findIndex((part) => !isOf(part, "mark", "pause", "colon", "because"));
  const reason = start < 0 ? [] : meaningful(parts.slice(start));
  const [head] = parts.slice(start);
  if (start < 0 || !head) return { shape: [] };
  if (reason.some((_, at) => isOrder(reason, at))) return { shape: ["second"] };
  const announced = parts.slice(0, start).some((part) => isOf(part, "colon", "because"));
  if (announced) return { shape: ["reason"], from: head.from };
  if (isOf(reason[0], "numbers")) return { shape: ["second"] };
  if (isOf(reason.at(-1), "ask")) return { shape: ["question"] };
  if (!reason.some((part) => isOf(part, "foreign", "detail"))) return { shape: [] };
  return { shape: ["reason"], from: head.from };
}

/** A deciding verb beside what it decides about: "通过1", "其余退回". */
function isOrder(parts: readonly Part[], at: number): boolean {
  const beside = [parts[at - 1], parts[at + 1]];
  return (
    isOf(parts[at], "approve", "major", "return") && beside.some((part) => isOf(part, ...things))
  );
}
