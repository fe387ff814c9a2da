import type { Api } from "../../../../core/api.ts";
import { gradeText } from "../../../texts/rules";
import { plainDigits, pointsOf, timesOf } from "../digits";

/** One row of a booklet: what one rule brought its member in the year. */
export type PaperRow = Api["enterPaperLines"]["input"]["lines"][number];

/** The year's rules and the village's booklets. */
export type Known = Pick<Api["getPaperForm"]["output"], "rules" | "members">;

/** One pasted row, checked. */
export type CheckedRow = Readonly<{
  /** Which line of what was pasted, from 1. */
  line: number;
  /** What was read, or the line itself where it was not understood. */
  text: string;
  /** What is wrong with it; "" for nothing. */
  problem: string;
  row?: PaperRow;
}>;

/**
 * Reads rows copied from a spreadsheet or typed: 编号 条目 次数 分, with the name behind the number or
 * not, between tabs, commas or spaces. A line of headings and empty lines are passed over.
 * @param there rows that were entered before; the same row again is taken, another one is not
 */
export function checkedRows(
  pasted: string,
  known: Known,
  there: readonly PaperRow[],
): CheckedRow[] {
  const before = new Map(there.map((row) => [keyOf(row), row]));
  const names = new Map(known.members.map(({ ordinal, name }) => [ordinal, name]));
  const seen = new Map<string, number>();
  return pasted.split(/\r?\n/).flatMap((raw, index): CheckedRow[] => {
    const columns = columnsOf(raw);
    const line = index + 1;
    if (columns.length === 0 || isHeading(columns)) return [];
    const read = readRow(columns, known.rules, names);
    if (typeof read === "string") return [{ line, text: raw.trim(), problem: read }];
    const key = keyOf(read);
    const [first, other] = [seen.get(key), before.get(key)];
    seen.set(key, first ?? line);
    const text = textOf(read, known.rules, names);
    if (first) return [{ line, text, problem: `和第${first}行重复` }];
    if (other && !isSame(other, read)) return [{ line, text, problem: "这一条已经录过，数不一样" }];
    return [{ line, text, problem: "", row: read }];
  });
}

export const keyOf = ({ ordinal, ruleId }: Pick<PaperRow, "ordinal" | "ruleId">): string =>
  `${ordinal} ${ruleId}`;

const isSame = (one: PaperRow, other: PaperRow): boolean =>
  one.times === other.times && one.points === other.points;

function columnsOf(raw: string): string[] {
  const line = plainDigits(raw).trim();
  const separator = line.includes("\t") ? /\t/ : /[,，;；]/.test(line) ? /[,，;；]/ : /\s+/;
  return line
    .split(separator)
    .map((column) => column.trim())
    .filter(Boolean);
}

const isHeading = ([first = ""]: readonly string[]): boolean => /编号|序号/.test(first);

/** The village's booklets: whose is which number. */
type Names = ReadonlyMap<number, string>;

/** @returns the row, or what is wrong with it */
function readRow(
  columns: readonly string[],
  rules: Known["rules"],
  names: Names,
): PaperRow | string {
  if (columns.length !== 4 && columns.length !== 5) return "要四栏：编号 条目 次数 分";
  const [number = "", ...others] = columns;
  const name = others.length === 4 ? others[0] : undefined;
  const [title = "", times = "", points = ""] = others.slice(-3);
  const ordinal = Number(number.replace(/号$/, ""));
  const owner = names.get(ordinal);
  if (owner === undefined) return `没有${number.replace(/号$/, "")}号一本通`;
  if (name !== undefined && name !== owner) return `${ordinal}号是${owner}，不是${name}`;
  const ruleId = ruleNamed(title, rules);
  if (!ruleId) return `没有“${title}”这一条`;
  const [count, hundredths] = [timesOf(times), pointsOf(points)];
  if (count === undefined) return `次数“${times}”不对`;
  if (hundredths === undefined) return `分“${points}”不对`;
  return { ordinal, ruleId, times: count, points: hundredths };
}

/** By the title, or by a part of it that no other has. */
function ruleNamed(typed: string, rules: Known["rules"]): string | undefined {
  const wanted = plainTitle(typed);
  const exact = rules.find(({ id, title }) => id === typed || plainTitle(title) === wanted);
  if (exact) return exact.id;
  const [only, another] = rules.filter(({ title }) => plainTitle(title).includes(wanted));
  return another || wanted.length < 2 ? undefined : only?.id;
}

const plainTitle = (title: string): string => title.replace(/[\s、，,（）()“”"·]/g, "");

/** "4号张三，环境卫生12次，24分" */
function textOf(
  { ordinal, ruleId, times, points }: PaperRow,
  rules: Known["rules"],
  names: Names,
): string {
  const name = names.get(ordinal) ?? "";
  const title = rules.find(({ id }) => id === ruleId)?.title ?? "";
  return `${ordinal}号${name}，${title}${times}次，${gradeText(points)}`;
}

/** The rows with these added, or in the place of former ones. */
export function withRows(rows: readonly PaperRow[], added: readonly PaperRow[]): PaperRow[] {
  const keys = new Set(added.map(keyOf));
  return sorted([...rows.filter((row) => !keys.has(keyOf(row))), ...added]);
}

/** The rows with one booklet written anew; without any, the booklet goes. */
export const withBooklet = (
  rows: readonly PaperRow[],
  ordinal: number,
  booklet: readonly PaperRow[],
): PaperRow[] => sorted([...rows.filter((row) => row.ordinal !== ordinal), ...booklet]);

const sorted = (rows: PaperRow[]): PaperRow[] =>
  rows.sort((one, other) => one.ordinal - other.ordinal);
