/**
 * What a person can say in the chat. Numbers are those of the list last shown to them; whether they may
 * do it, and whether the number is still what they saw, others decide: the grammar knows neither roles
 * nor lists.
 */
export type Command = Readonly<
  /** 待办, and 更多 for the five that follow. */
  | { kind: "todo"; page: "first" | "next" }
  | { kind: "show"; number: number }
  | { kind: "approve"; numbers: readonly number[] }
  /** 全部通过: never done at once, but asked about. */
  | { kind: "approveAll" }
  /** 确认 and 取消 answer the question that 全部通过 raises. */
  | { kind: "confirm" }
  | { kind: "cancel" }
  /** 重大: approved at the higher grade. */
  | { kind: "major"; numbers: readonly number[] }
  /** The reason is what the person wrote, letter by letter: the member reads it. */
  | { kind: "return"; number: number; reason: string }
  | { kind: "undo" }
  | { kind: "board" }
  | { kind: "points" }
  | { kind: "posts" }
  | { kind: "submit" }
  | { kind: "help" }
>;

/** Half a command, or one that could be meant in two ways; nothing is done. */
export type Refused = Readonly<{ kind: "refused"; why: Why; sentence: string }>;

export type Why =
  | "number_missing"
  | "number_unreadable"
  | "number_is_count"
  | "too_many_numbers"
  | "one_at_a_time"
  | "reason_missing"
  | "undo_stands_alone"
  | "mixed"
  | "negated"
  | "question";

/** Not understood; nothing is done. The sentence names the examples already. */
export type Unclear = Readonly<{
  kind: "unclear";
  /** Texts to write instead, the nearest first: three, or as many as this audience has. */
  nearest: readonly string[];
  sentence: string;
}>;

export type Heard = Command | Refused | Unclear;

/** Numbers go from 1 to this: no list gets longer. */
export const numberMost = 999;

/** So many in one message; more than this nobody has looked at one by one. */
export const numbersMost = 20;

/**
 * Letters of a message, once normalised; a longer one is unclear. Twice the longest reason, so that a
 * reason somewhat too long is refused as such, in the words of the page.
 */
export const lettersMost = 400;
