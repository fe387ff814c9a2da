import { numbersMost, type Why } from "./command.ts";
import type { Word } from "./words.ts";

/** Which numbers of the list are meant, in the order said, each once; or why that cannot be told. */
export type Numbers = Readonly<
  { kind: "read"; numbers: readonly number[] } | { kind: "fault"; why: Why }
>;

/** One piece of them, and the index of the first word after it. */
type Piece = Readonly<{
  /** From and to, both included; nothing where the digits make no number. */
  from: number | undefined;
  to: number | undefined;
  end: number;
  /** 第 or 前 stood before it: "第2个" is a place in the list, "2个" says how many. */
  placed: boolean;
  isCount: boolean;
}>;

/**
 * Reads "1 3 5", "1、3和5", "第2个", "第1、3个", "2号", "1到3", "前3个", beginning at `start`.
 * @returns undefined where nothing of the kind begins
 */
export function numbersAt(
  words: readonly Word[],
  start: number,
): Readonly<{ numbers: Numbers; end: number }> | undefined {
  const pieces: Piece[] = [];
  let end = start;
  for (let piece = pieceAt(words, start, false); piece; piece = pieceAfter(words, piece)) {
    pieces.push(piece);
    end = piece.end;
  }
  return pieces.length > 0 ? { numbers: together(pieces), end } : undefined;
}

function together(pieces: readonly Piece[]): Numbers {
  const numbers = new Set<number>();
  for (const { from, to, isCount } of pieces) {
    if (from === undefined || to === undefined || to < from) return fault("number_unreadable");
    if (isCount) return fault("number_is_count");
    if (to - from >= numbersMost) return fault("too_many_numbers");
    for (let number = from; number <= to; number++) numbers.add(number);
    if (numbers.size > numbersMost) return fault("too_many_numbers");
  }
  return { kind: "read", numbers: [...numbers] };
}

const fault = (why: Why): Numbers => ({ kind: "fault", why });

/** The next piece, over what may stand between two: a gap, a comma, 、 or 和. */
function pieceAfter(words: readonly Word[], piece: Piece): Piece | undefined {
  let at = piece.end;
  while (["and", "pause", "mark"].includes(words[at]?.kind ?? "")) at++;
  const between = words.slice(piece.end, at);
  const linked = between.length > 0 && between.every(({ kind }) => kind !== "mark");
  return pieceAt(words, at, linked && piece.placed);
}

function pieceAt(words: readonly Word[], at: number, placed: boolean): Piece | undefined {
  if (words[at]?.kind === "first") {
    const most = numberAt(words, at + 1, true);
    return most && { ...most, from: 1 };
  }
  const low = numberAt(words, at, placed);
  const high =
    low && words[low.end]?.kind === "to" ? numberAt(words, low.end + 1, low.placed) : undefined;
  return high && low ? { ...high, from: low.from, isCount: low.isCount || high.isCount } : low;
}

/** One number with what belongs to it: 第 before, 号 or 个 after. An amount ("5月") is none. */
function numberAt(words: readonly Word[], start: number, placedBefore: boolean): Piece | undefined {
  const placed = placedBefore || words[start]?.kind === "place";
  let at = words[start]?.kind === "place" ? start + 1 : start;
  const word = words[at++];
  const touching = (kind: Word["kind"]) => words[at]?.kind === kind && words[at]?.touches === true;
  if (word?.kind !== "number" || touching("measure")) return undefined;
  if (touching("nth")) at++;
  const counted = touching("count");
  return {
    from: word.value,
    to: word.value,
    end: counted ? at + 1 : at,
    placed,
    isCount: counted && !placed,
  };
}
