import { numberMost } from "./command.ts";
import type { Letter } from "./normalise.ts";
import { type Meaning, vocabulary } from "./vocabulary.ts";

/** A piece of a message. */
export type Word = Readonly<
  {
    /** The code point of the text at which it begins. */
    from: number;
    /** No gap parts it from the word before. */
    touches: boolean;
  } & (
    | { kind: Meaning | "foreign" }
    /** No value: digits that make no number of a list. */
    | { kind: "number"; value: number | undefined }
  )
>;

const meanings = new Map<string, Meaning>();
for (const meaning of Object.keys(vocabulary) as Meaning[]) {
  for (const word of vocabulary[meaning]) meanings.set(word, meaning);
}
const longest = Math.max(...[...meanings.keys()].map((word) => word.length));

/** Cuts a message from left to right, always into the longest word; gaps only part words. */
export function wordsIn(letters: readonly Letter[]): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < letters.length; ) {
    const known = knownAt(letters, at);
    const figures = known ? "" : figuresAt(letters, at);
    const place = { from: letters[at]?.from ?? 0, touches: letterAt(letters, at - 1) !== " " };
    if (known) words.push({ ...place, kind: known.kind });
    else if (figures) words.push({ ...place, kind: "number", value: numberOf(figures) });
    else if (letterAt(letters, at) !== " ") words.push({ ...place, kind: "foreign" });
    at += known?.length ?? (figures.length || 1);
  }
  return words;
}

const letterAt = (letters: readonly Letter[], at: number): string => letters[at]?.letter ?? "";

function knownAt(
  letters: readonly Letter[],
  at: number,
): { kind: Meaning; length: number } | undefined {
  for (let length = longest; length > 0; length--) {
    const kind = meanings.get(textOf(letters.slice(at, at + length)));
    if (kind) return { kind, length };
  }
  return undefined;
}

const textOf = (letters: readonly Letter[]): string => letters.map(({ letter }) => letter).join("");

/** Everything that touches belongs to one number: "1.5" and "一三五" are none, not two and three. */
function figuresAt(letters: readonly Letter[], start: number): string {
  const isFigure = (at: number) => /^[\d一二两三四五六七八九十]$/.test(letterAt(letters, at));
  const isPoint = (at: number) => letterAt(letters, at) === "." && isFigure(at + 1);
  let end = start;
  while (isFigure(end) || (end > start && isPoint(end))) end++;
  return textOf(letters.slice(start, end));
}

/** @returns nothing where it is no number from 1 to the most */
function numberOf(figures: string): number | undefined {
  const value = /^\d+$/.test(figures) ? Number(figures) : spoken(figures);
  return value >= 1 && value <= numberMost ? value : undefined;
}

/** "二", "两", "十", "十二", "二十", "九十九"; 0 for anything else. */
function spoken(figures: string): number {
  if (figures === "两") return 2;
  const [, tens = "", ten, ones = ""] =
    /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(figures) ?? [];
  const digit = (figure: string) => "一二三四五六七八九".indexOf(figure) + 1;
  if (ten) return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
  return figures.length === 1 ? digit(figures) : 0;
}
