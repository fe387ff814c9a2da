import { newId } from "../../../services/newId";
import type { PaperRow } from "./rows";
import { type Form, isOver } from "./view";

/** A year's booklets as they are being entered on this phone. */
export type PaperDraft = Readonly<{
  /** Made on the phone, so that a batch sent twice is one. */
  batchId: string;
  /** As it was typed. */
  knownTotal: string;
  rows: readonly PaperRow[];
}>;

/** Rows as one text: a large village's year is nearer to the limit of a phone's storage than it looks. */
type Kept = Readonly<{ batchId: string; knownTotal: string; rows: string }>;

const keyOf = (year: number): string => `paper:${year}`;

/**
 * What was entered before, in this phone's storage; a new one otherwise. What was taken back or rejected
 * is mended under another id; of what stands in the passbooks nothing is kept.
 */
export function openDraft({ year, paper }: Form): PaperDraft {
  const kept = wx.getStorageSync<Kept | "">(keyOf(year));
  const draft = kept
    ? { ...kept, rows: rowsOf(kept.rows) }
    : { batchId: newId(), knownTotal: "", rows: [] };
  if (paper?.status === "written") wx.removeStorageSync(keyOf(year));
  if (!paper || !isOver(paper) || paper.batchId !== draft.batchId) return draft;
  const mended = { ...draft, batchId: newId() };
  keep(year, mended);
  return mended;
}

export const keep = (year: number, { batchId, knownTotal, rows }: PaperDraft): void =>
  wx.setStorageSync(keyOf(year), { batchId, knownTotal, rows: textOf(rows) } satisfies Kept);

const textOf = (rows: readonly PaperRow[]): string =>
  rows
    .map(({ ordinal, ruleId, times, points }) => `${ordinal} ${ruleId} ${times} ${points}`)
    .join("\n");

const rowsOf = (text: string): PaperRow[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const [ordinal, ruleId = "", times, points] = line.split(" ");
      return { ordinal: Number(ordinal), ruleId, times: Number(times), points: Number(points) };
    });
