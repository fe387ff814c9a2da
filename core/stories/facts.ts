import { dayText, type LocalDate } from "../kernel/time.ts";
import type { Entry } from "../ledger/entry.ts";

/** An honour of the year, as its certificate says. */
export type HonourFact = Readonly<{ submissionId: string; title: string }>;

/** A run shorter than this is nothing to tell of. */
const monthsLeast = 3;

/**
 * What somebody did in a year, as plain sentences to write from: how often, on which days, honours. It is
 * about deeds, so neither points nor anything that was deducted or undone is told.
 * @param entries all lines of the year's account
 */
export function factsOf(entries: readonly Entry[], honours: readonly HonourFact[]): string[] {
  const undone = new Set(
    entries.filter(({ kind }) => kind === "reversal").map(({ source }) => source.id),
  );
  // A deed that a cap left without points is still a deed; one that costs points is nobody's story.
  const deeds = entries.filter(
    ({ id, kind, explanation }) => kind !== "reversal" && !undone.has(id) && explanation.base >= 0,
  );
  const dated = deeds.filter(({ kind }) => kind === "award");
  return [
    ...daysFact(dated.map(({ occurredOn }) => occurredOn).sort()),
    ...rulesFacts(deeds),
    ...monthsFact(dated.map(({ occurredOn }) => occurredOn)),
    ...honours
      .filter(({ submissionId }) => dated.some(({ source }) => source.id === submissionId))
      .map(({ title }) => `得了荣誉：${title}。`),
  ];
}

function daysFact(days: readonly LocalDate[]): string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  if (first === last) return [`记了${days.length}件事，在${dayText(first)}。`];
  return [`一共记了${days.length}件事，第一件在${dayText(first)}，最后一件在${dayText(last)}。`];
}

/** "环境卫生：21次。", "志愿服务：3次，一共12小时。"; what was done most comes first. */
function rulesFacts(deeds: readonly Entry[]): string[] {
  const byRule = new Map<
    string,
    { title: string; times: number; quantity: number; unit: string }
  >();
  for (const { ruleId, times, quantity, explanation } of deeds) {
    const { ruleTitle: title, unit } = explanation;
    const sum = byRule.get(ruleId) ?? { title, times: 0, quantity: 0, unit };
    byRule.set(ruleId, { ...sum, times: sum.times + times, quantity: sum.quantity + quantity });
  }
  return [...byRule.values()]
    .sort((one, other) => other.times - one.times)
    .map(({ title, times, quantity, unit }) =>
      unit === "" || unit === "次"
        ? `${title}：${times}次。`
        : `${title}：${times}次，一共${quantity}${unit}。`,
    );
}

/** The longest run of months in each of which something was done. */
function monthsFact(days: readonly LocalDate[]): string[] {
  const numbers = [...new Set(days.map(monthNumber))].sort((one, other) => one - other);
  let best = { first: 0, months: 0 };
  let run = { first: 0, months: 0 };
  for (const month of numbers) {
    const follows = month === run.first + run.months;
    run = follows ? { ...run, months: run.months + 1 } : { first: month, months: 1 };
    if (run.months > best.months) best = run;
  }
  if (best.months < monthsLeast) return [];
  const last = best.first + best.months - 1;
  return [`从${(best.first % 12) + 1}月到${(last % 12) + 1}月，${best.months}个月没有断过。`];
}

/** Months counted through the years: a points year may begin in December. */
const monthNumber = (day: LocalDate): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
