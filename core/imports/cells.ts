import type { ResidentKind } from "../households/resident.ts";

/** How people write things in spreadsheets; undefined for what cannot be understood. */

const kinds: Readonly<Record<string, ResidentKind>> = {
  户籍: "registered",
  户籍人口: "registered",
  常住: "living",
  常住人口: "living",
  流动: "floating",
  流动人口: "floating",
  流动人员: "floating",
  新居民: "newResident",
};

export const kindIn = (cell: string): ResidentKind | undefined =>
  Object.hasOwn(kinds, cell) ? kinds[cell] : undefined;

/** @returns null of an empty cell: nobody has said */
export function yesIn(cell: string): boolean | null | undefined {
  if (cell === "") return null;
  if (/^(是|有|√|✓|1|y|yes|true)$/i.test(cell)) return true;
  return /^(否|不是|无|×|0|n|no|false)$/i.test(cell) ? false : undefined;
}

const dates = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** "1990/1/5", "1990年1月5日" and "19900105" become "1990-01-05"; anything else stays as it is. */
export function dateIn(cell: string): string {
  const [, year, month, day, plainMonth, plainDay] = dates.exec(cell.replace(/\s/g, "")) ?? [];
  if (!year) return cell;
  const two = (digits = "") => digits.padStart(2, "0");
  return `${year}-${two(month ?? plainMonth)}-${two(day ?? plainDay)}`;
}
