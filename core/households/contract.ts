import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Skip } from "../kernel/paging.ts";
import { LocalDate } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";
import { changedThings } from "./change.ts";
import { ChangeId, Door, householdFields, ResidentFields, Seen } from "./fields.ts";
import { householdEnds } from "./household.ts";
import { ResidentShape } from "./residentContract.ts";
import { ServiceShape, VisitShape } from "./visitContract.ts";

/**
 * Households and their people, for grid staff (their own grid) and the committee (every grid); never public.
 * Each form carries a `changeId` made on the phone, so that sending it again changes nothing twice, and the
 * `revision` that the person saw, 0 of something new.
 */

/** 户数, 人口数, 党员数, 村民代表数, 企业数, 新居民数, counted from the records. */
const NumbersShape = z.object({
  households: z.int(),
  residents: z.int(),
  members: z.int(),
  representatives: z.int(),
  enterprises: z.int(),
  newResidents: z.int(),
});

/** What a list may be narrowed to; `unvisited`: nobody came this calendar year. */
const Only = z.enum(["representatives", "floating", "newResidents", "needs", "unvisited"]);

export const ListHouseholdsInput = z.strictObject({
  /** A piece of a name, a door number, or a hamlet, also in front of the other: "东浜12". All when empty. */
  search: z.string().trim().max(30).default(""),
  hamlet: Name.optional(),
  only: Only.optional(),
  /** For the committee; the caller's own when left out. */
  gridId: Id.optional(),
  skip: Skip,
});

/** The last visited first, then by hamlet and door; `needs` the most first, `unvisited` the longest ago first. */
export const ListHouseholdsOutput = z.object({
  gridId: z.string(),
  grid: z.string(),
  /** Of this grid, for the filter. */
  hamlets: z.array(z.string()),
  /** The grids that the caller may look at. */
  grids: z.array(z.object({ id: z.string(), name: z.string() })),
  numbers: NumbersShape,
  today: LocalDate,
  rows: z.array(
    z.object({
      householdId: z.string(),
      hamlet: z.string(),
      door: z.string(),
      head: z.string(),
      /** How many are in the registers. */
      people: z.int(),
      floating: z.int(),
      newResidents: z.int(),
      representatives: z.int(),
      openNeeds: z.int(),
      /** "" before the first visit. */
      visitedOn: z.string(),
    }),
  ),
  more: z.boolean(),
});

export const GetHouseholdInput = z.strictObject({
  householdId: Id,
  /** ID numbers whole, for the form that changes them; hidden but for the ends otherwise. */
  forEditing: z.boolean().default(false),
});

/** One change, in words. */
const HistoryShape = z.object({
  on: LocalDate,
  by: z.string(),
  thing: z.enum(changedThings),
  /** Whom or what it is about: the person, or the household's head. */
  name: z.string(),
  what: z.enum(["new", "changed", "moved", "ended"]),
  /** "电话" from "" to "13900000001"; ID numbers without their middle. */
  fields: z.array(z.object({ label: z.string(), from: z.string(), to: z.string() })),
  /** Whether a spreadsheet brought it. */
  imported: z.boolean(),
});

export const GetHouseholdOutput = z.object({
  householdId: z.string(),
  gridId: z.string(),
  grid: z.string(),
  hamlet: z.string(),
  door: z.string(),
  head: z.string(),
  phone: z.string(),
  note: z.string(),
  visitedOn: z.string(),
  openNeeds: z.int(),
  revision: z.int(),
  /** "" while it is counted; nothing can be changed about it after. */
  ended: z.enum(["", ...householdEnds]),
  today: LocalDate,
  /** Where it can be moved: every hamlet of the village, by grids. */
  grids: z.array(z.object({ id: z.string(), name: z.string(), hamlets: z.array(z.string()) })),
  /** In the registers now. */
  residents: z.array(ResidentShape),
  /** Twenty: those whose need is open first, then the newest. */
  visits: z.array(VisitShape),
  /** The last twenty, the newest first. */
  services: z.array(ServiceShape),
  /** The last thirty, the newest first. */
  history: z.array(HistoryShape),
});

/** New, or mended; with people who are new in the registers, so that a family is one form. */
export const SaveHouseholdInput = z.strictObject({
  changeId: ChangeId,
  householdId: Id,
  revision: Seen,
  ...householdFields,
  people: z.array(ResidentFields).max(20).default([]),
});
export const SaveHouseholdOutput = z.object({
  revision: z.int(),
  /** Of the new people, in their order. */
  residentIds: z.array(z.string()),
});

/** With its people, to any hamlet of the village, also of another grid. */
export const MoveHouseholdInput = z.strictObject({
  changeId: ChangeId,
  householdId: Id,
  revision: Seen,
  hamlet: Name,
  /** The door there. */
  door: Door,
});
export const MoveHouseholdOutput = z.object({ revision: z.int() });

/** Its people end with it, but for a demolished house: they have to be moved first. */
export const EndHouseholdInput = z.strictObject({
  changeId: ChangeId,
  householdId: Id,
  revision: Seen,
  why: z.enum(householdEnds),
  /** The day since when. */
  on: LocalDate,
});
export const EndHouseholdOutput = z.object({
  /** How many people ended with it. */
  people: z.int(),
});
