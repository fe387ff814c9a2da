import { pointsOf, timesOf } from "../digits";
import type { Known, PaperRow } from "../paper/rows";

/** One rule's line in the form, as it is typed. */
export type Field = Readonly<{ ruleId: string; title: string; times: string; points: string }>;

export const blankFields = (rules: Known["rules"]): Field[] => fieldsOf(rules, []);

/** A line for each rule, with what was entered before. */
export const fieldsOf = (rules: Known["rules"], own: readonly PaperRow[]): Field[] =>
  rules.map(({ id, title }) => {
    const row = own.find(({ ruleId }) => ruleId === id);
    return {
      ...{ ruleId: id, title },
      times: row ? String(row.times) : "",
      points: row ? String(row.points / 100) : "",
    };
  });

/** @returns the rows that are filled in, or what is wrong with one of them */
export function rowsOf(ordinal: number, fields: readonly Field[]): PaperRow[] | string {
  const rows: PaperRow[] = [];
  for (const { ruleId, title, times, points } of fields) {
    if (times.trim() === "" && points.trim() === "") continue;
    const [count, hundredths] = [timesOf(times), pointsOf(points)];
    if (count === undefined) return `“${title}”的次数不对`;
    if (hundredths === undefined) return `“${title}”的分不对`;
    rows.push({ ordinal, ruleId, times: count, points: hundredths });
  }
  return rows.length === 0 ? "一条都还没写" : rows;
}

/** Members shown while somebody types. */
const foundMost = 6;

/** By the number of the booklet, or by a piece of the name. */
export const foundMembers = (members: Known["members"], typed: string): Known["members"] =>
  typed === ""
    ? []
    : members
        .filter(({ ordinal, name }) => String(ordinal) === typed || name.includes(typed))
        .slice(0, foundMost);
