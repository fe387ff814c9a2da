import { newId } from "../../../services/newId";
import type { PaperRow } from "./rows";

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

/** What was entered before, in this phone's storage; a new one otherwise. */
export function draftOf(year: number): PaperDraft {
  const kept = wx.getStorageSync<Kept | "">(keyOf(year));
  return kept ? { ...kept, rows: rowsOf(kept.rows) } : anew({ knownTotal: "", rows: [] });
}

export const keep = (year: number, { batchId, knownTotal, rows }: PaperDraft): void =>
  wx.setStorageSync(keyOf(year), { batchId, knownTotal, rows: textOf(rows) } satisfies Kept);

/** All of it is in the passbooks. */
export const forget = (year: number): void => wx.removeStorageSync(keyOf(year));

/** What was taken back or rejected goes in again under another id, mended. */
export const anew = (draft: Omit<PaperDraft, "batchId">): PaperDraft => ({
  ...draft,
  batchId: newId(),
});

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
