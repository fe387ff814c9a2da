import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";

/** 村: one tenant, a village party committee and all its data. */
export type Village = Readonly<{
  id: string;
  name: string;
  town: string;
  /** The year whose booklets are open: nothing that was done before it can be submitted. */
  openYear: number;
  /** Every year that has booklets, the newest first; the first of them is the open one. */
  years: readonly number[];
  /** The month in which the points year starts, 1 to 12; fixed when the village is founded. */
  yearStart: number;
  settings: Settings;
}>;

/** What a village decides for itself. */
export type Settings = Readonly<{
  /** How names stand on the public board: 张三 or 张*. */
  boardNames: "full" | "masked";
  /** Off: the board lists by branch, without rank (指尖上的形式主义 frowns on ranking). */
  boardRanked: boolean;
  /** How many days a publication is open for objections (公示期). */
  objectionDays: number;
  /** Within how many days the committee answers an objection. */
  answerDays: number;
  /** Public numbers of people that are smaller than this, but not 0, are shown as "<5"; 0 shows every number. */
  fewerThan: number;
}>;

export const defaultSettings: Settings = {
  boardNames: "full",
  boardRanked: true,
  objectionDays: 7,
  answerDays: 15,
  fewerThan: 5,
};

export const villages = collection<Village>("villages");

/** 张三 → 张*: the first character stays, as villages write it on the wall. */
export const shownName = (name: string, setting: Settings["boardNames"]): string =>
  setting === "full" ? name : (name[0] ?? "") + "*".repeat(Math.max(1, name.length - 1));

/** @throws Refusal `not_found` for a village that is not here */
export async function villageById(db: Database, id: string): Promise<Village> {
  const village = (await db.get(villages, id)) ?? refuse("not_found");
  // A village that was founded before a setting was there has not decided about it.
  return { ...village, settings: { ...defaultSettings, ...village.settings } };
}
