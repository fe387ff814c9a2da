import * as z from "zod";
import { publicAnswer } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { Month, Year } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";

export const GetBoardInput = z.strictObject({
  villageId: VillageId,
  /** The open year when left out. */
  year: Year.optional(),
  /** One month of that year; the whole year when left out. */
  month: Month.optional(),
  by: z.enum(["members", "branches", "grids"]).default("members"),
  skip: Skip,
});

/** Public: nothing but what stands on the wall. */
export const GetBoardOutput = publicAnswer({
  village: z.string(),
  year: Year,
  month: Month.optional(),
  by: z.enum(["members", "branches", "grids"]),
  /** The village's points of the period, and of the same period the year before if it had booklets. */
  total: z.int(),
  totalYearBefore: z.int().optional(),
  /** Years with booklets, the newest first. */
  years: z.array(Year),
  ranked: z.boolean(),
  rows: z.array(
    z.object({
      /** Ties share a rank; left out where the village does not rank. */
      rank: z.int().optional(),
      name: z.string(),
      branch: z.string().optional(),
      grid: z.string().optional(),
      /** How many members stand behind a branch's or a grid's points. */
      members: z.int().optional(),
      points: z.int(),
    }),
  ),
  more: z.boolean(),
});
