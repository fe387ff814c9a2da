import type { ResidentFields } from "../households/fields.ts";
import { collection } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";

/** A person of a row. An empty cell is "" or null, and wipes out nothing that is known. */
export type ImportedPerson = Omit<ResidentFields, "isRepresentative"> &
  Readonly<{ row: number; isRepresentative: boolean | null }>;

/** The rows of one door. `head` is "" where no row names one. */
export type ImportedHousehold = Readonly<{
  hamlet: string;
  door: string;
  head: string;
  /** The first of its rows in the sheet, from 1. */
  row: number;
  people: readonly ImportedPerson[];
}>;

/** What is wrong with a row, in words: "第 37 行 身份证号：…". */
export type Problem = Readonly<{ row: number; column: string; sentence: string }>;

export const tallyNames = [
  "newHouseholds",
  "changedHouseholds",
  "sameHouseholds",
  "newResidents",
  "changedResidents",
  "sameResidents",
  /** Moved away or died by our records: they stay so. */
  "endedResidents",
] as const;

/** What an import would write, counted. */
export type Tally = Readonly<Record<(typeof tallyNames)[number], number>>;

export const noTally: Tally = {
  newHouseholds: 0,
  changedHouseholds: 0,
  sameHouseholds: 0,
  newResidents: 0,
  changedResidents: 0,
  sameResidents: 0,
  endedResidents: 0,
};

export const sumOfTallies = (tallies: readonly Tally[]): Tally => {
  const sum = { ...noTally };
  for (const tally of tallies) for (const name of tallyNames) sum[name] += tally[name];
  return sum;
};

/** `checking`: its rows are read, and are being compared with what is known. */
export const importStates = ["checking", "checked", "writing", "written", "withdrawn"] as const;

/**
 * 导入: a spreadsheet of people, checked row by row before anything is written, and then written part by part.
 * Its id is made by the phone, so that sending it twice is one.
 */
export type Import = Readonly<{
  id: string;
  villageId: string;
  by: string;
  byName: string;
  at: Instant;
  status: (typeof importStates)[number];
  /** Rows of the sheet that say something, those with problems included. */
  rows: number;
  parts: number;
  /** How many parts are compared with what is known. */
  compared: number;
  /** How many parts are written. */
  done: number;
  tally: Tally;
  /** How many rows are left out because something is wrong with them; the first hundred problems. */
  problemRows: number;
  problems: readonly Problem[];
  unknownColumns: readonly string[];
}>;

/** More problems are not read anyway: the file is mended, and chosen again. */
export const problemsMost = 100;

export const imports = collection<Import>("imports");

/** Checked households that wait to be written; gone once they are. Far below the 1 MB of a document. */
export type ImportPart = Readonly<{
  id: string;
  villageId: string;
  importId: string;
  /** From 0. */
  part: number;
  at: Instant;
  households: readonly ImportedHousehold[];
}>;

export const importParts = collection<ImportPart>("importParts");

export const importPartId = (importId: string, part: number): string => `${importId}_${part}`;

/** Rows of one part, give or take a household. */
const partRows = 500;

export function inParts(all: readonly ImportedHousehold[]): ImportedHousehold[][] {
  const parts: ImportedHousehold[][] = [];
  let room = 0;
  for (const household of all) {
    if (room <= 0) {
      parts.push([]);
      room = partRows;
    }
    parts.at(-1)?.push(household);
    room -= Math.max(1, household.people.length);
  }
  return parts;
}

/** @throws Refusal `not_found` for another village's */
export function checkOwn(known: Import | undefined, villageId: string): Import {
  if (known?.villageId !== villageId) refuse("not_found");
  return known;
}
