import type { Failed, Loading } from "../../../services/load";
import { fullDayText } from "../../../texts/days";
import type { Draft } from "../draftDesk";

export type Ready = Readonly<{
  kind: "ready";
  /** What it is compared with. */
  than: string;
  changes: readonly Readonly<{ words: string; tag: string; tone: string }>[];
  flaws: readonly string[];
  start: Start;
}>;

/** From which day it is to hold: one that is picked, or one of a few. */
export type Start = Readonly<{
  day: string;
  text: string;
  from: string;
  until: string;
  /** Where the scale changes: the days to choose from, and why. */
  only: readonly Readonly<{ day: string; text: string; chosen: boolean }>[];
  note: string;
}>;

/** There is nothing to publish. */
export type Empty = Readonly<{ kind: "empty"; sentence: string }>;

export type Done = Readonly<{ kind: "done"; title: string; text: string }>;

export type View = Loading | Failed | Ready | Empty | Done;

const tags = {
  added: { tag: "新增", tone: "good" },
  removed: { tag: "取消", tone: "returned" },
  changed: { tag: "修改", tone: "waiting" },
} as const;

/** @param day the day that was chosen; "" before */
export function toView(draft: Draft, day: string): Ready | Empty {
  const { drafted, differences, flaws, latest } = draft;
  if (!drafted) return { kind: "empty", sentence: "还没有草稿。先去改一条，再来看改了什么。" };
  if (differences.length === 0) {
    return { kind: "empty", sentence: `草稿和第${latest.version}版一样，没有什么要发布的。` };
  }
  return {
    kind: "ready",
    than: `和第${latest.version}版（${fullDayText(latest.effectiveFrom)}起）比，改了${differences.length}处`,
    changes: differences.map(({ words, kind }) => ({ words, ...tags[kind] })),
    flaws: flaws.map(({ sentence }) => sentence),
    start: startOf(draft, day),
  };
}

function startOf({ start, today }: Draft, chosen: string): Start {
  const { from, until, only = [] } = start;
  const days = start.only ? only : [from];
  const day = chosen !== "" && (!start.only || only.includes(chosen)) ? chosen : (days[0] ?? "");
  return {
    ...{ day, from, until },
    text: day === today ? `今天（${fullDayText(day)}）` : fullDayText(day),
    only: only.map((one) => ({ day: one, text: fullDayText(one), chosen: one === day })),
    note: start.only
      ? "起评分、最高最低分、等次或扣分池改了，只能从还没开账的年份第一天起执行。"
      : "从这一天起做的事，按新的细则记分。",
  };
}

/** Before it is published, what that means in plain words. */
export function questionOf({ scheme, latest, differences, today }: Draft, day: string): string {
  const from = fullDayText(day);
  return [
    `《${scheme.title}》第${latest.version + 1}版从${from}起执行，改了${differences.length}处。`,
    `这一天以前做的事还按第${latest.version}版记分，已经记的账不变。`,
    "发布以后不能改，只能再修订一版",
    day > today ? `，而且不能早于${from}起执行。` : "。",
  ].join("");
}

export const doneOf = (version: number, day: string): Done => ({
  kind: "done",
  title: `第${version}版发布了`,
  text: `${fullDayText(day)}起执行，村里人都能在“积分细则”里看到。`,
});
