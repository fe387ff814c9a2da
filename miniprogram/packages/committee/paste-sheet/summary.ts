import { pointsText } from "../../../texts/points";
import type { CheckedRow } from "../paper/rows";

/** Rows shown at once: those that are wrong first, as they are what is to be done. */
const shownMost = 50;

export const toShow = (checked: readonly CheckedRow[]): CheckedRow[] =>
  [
    ...checked.filter(({ problem }) => problem !== ""),
    ...checked.filter(({ problem }) => problem === ""),
  ].slice(0, shownMost);

/** What was read in all. `ready`: whether it can be taken as it stands. */
export type Summary = Readonly<{ text: string; ready: boolean }>;

export function summaryOf(checked: readonly CheckedRow[]): Summary {
  const wrong = checked.filter(({ problem }) => problem !== "").length;
  const points = checked.reduce((sum, { row }) => sum + (row?.points ?? 0), 0);
  if (checked.length === 0) return { text: "", ready: false };
  if (wrong > 0) return { text: `${checked.length}行里有${wrong}行要改`, ready: false };
  return { text: `${checked.length}行都对，共${pointsText(points)}分`, ready: true };
}
