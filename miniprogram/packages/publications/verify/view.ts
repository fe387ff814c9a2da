import type { Api } from "../../../../core/api.ts";

type Step = Api["verifyVillage"]["output"];

/** What has been looked at so far. */
export type Counted = Readonly<{ accounts: number; lines: number; publications: number }>;

export const nothing: Counted = { accounts: 0, lines: 0, publications: 0 };

export const added = (before: Counted, step: Counted): Counted => ({
  accounts: before.accounts + step.accounts,
  lines: before.lines + step.lines,
  publications: before.publications + step.publications,
});

export type View = Readonly<
  | { kind: "unasked" }
  | { kind: "running"; text: string }
  | { kind: "intact"; text: string; lists: string }
  | { kind: "broken"; words: string; text: string }
  /** It broke off; what was found before does not count. */
  | { kind: "failed"; sentence: string }
>;

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

const booksText = ({ accounts, lines }: Counted): string =>
  `${grouped(accounts)}本一本通、${grouped(lines)}行`;

export const running = (counted: Counted): View => ({
  kind: "running",
  text: counted.accounts === 0 ? "正在核对…" : `已经核对了${booksText(counted)}…`,
});

/** After the last step: all is looked at, or something does not fit. */
export function verdictOf(counted: Counted, { broken }: Step): View {
  if (broken) {
    return { kind: "broken", words: broken.words, text: "请把这一页给党委看，请他们查清楚。" };
  }
  const { publications } = counted;
  return {
    kind: "intact",
    text: `逐行核对了${booksText(counted)}，全部对得上。`,
    lists:
      publications > 0
        ? `${publications}次公示的名单和核对码也都对得上。`
        : "这一年还没有公示过，所以没有名单要核对。",
  };
}

export type YearView = Readonly<{ year: number; text: string; current: boolean }>;

export const yearViews = ({ year, years }: Pick<Step, "year" | "years">): YearView[] =>
  years.map((one) => ({ year: one, text: `${one}年`, current: one === year }));
