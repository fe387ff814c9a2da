import * as z from "zod";
import { publicAnswer } from "../kernel/operation.ts";
import { Skip } from "../kernel/paging.ts";
import { Points } from "../kernel/points.ts";
import { Month, Year } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";
import { orders } from "./board.ts";

const by = z.enum(["members", "branches", "grids"]);
/** Of the points year, whatever month it starts in. */
const Quarter = z.int().min(1).max(4);

/** Which points: of a year, a quarter or a month of it. */
const period = {
  villageId: VillageId,
  /** The open year when left out. */
  year: Year.optional(),
  /** One month or one quarter of that year, not both; the whole year when left out. */
  month: Month.optional(),
  quarter: Quarter.optional(),
  by: by.default("members"),
};

type Asked = Readonly<{ month?: string | undefined; quarter?: number | undefined }>;
const isOnePart = ({ month, quarter }: Asked): boolean => !(month && quarter);

export const GetBoardInput = z
  .strictObject({
    ...period,
    /** Members have no average. Where the village does not rank, the order is that of the booklets. */
    order: z.enum(orders).default("total"),
    /** A part of a name as it is shown: whoever is masked is found by what the wall says, and no more. */
    search: z.string().trim().max(30).default(""),
    skip: Skip,
  })
  .refine(isOnePart)
  .refine(({ by, order }) => by !== "members" || order !== "average");

/** Points, and what they are compared with; integer hundredths. */
const standing = {
  /** Ties share a rank; left out where the village does not rank, and where nothing can be compared. */
  rank: z.int().optional(),
  name: z.string(),
  points: Points,
  /** A branch's or a grid's: how many members stand behind the points, and points for each of them. */
  members: z.int().optional(),
  average: Points.optional(),
  /** More (or fewer) than in the same months of the year before; left out without a booklet then. */
  change: Points.optional(),
};

/** What a period is called. */
const titled = {
  year: Year,
  month: Month.optional(),
  quarter: Quarter.optional(),
  /** "2014年度", "2014年第一季度", "2014年3月" */
  title: z.string(),
};

/** Public: nothing but what stands on the wall. */
export const GetBoardOutput = publicAnswer({
  village: z.string(),
  ...titled,
  /** The same period of the year before. */
  titleBefore: z.string(),
  by,
  /** Left out where the village does not rank. */
  order: z.enum(orders).optional(),
  /** The village's points of the period, and of the same period the year before if it had booklets. */
  total: Points,
  totalYearBefore: Points.optional(),
  /** The last month that is compared with the year before; left out when that is the whole period. */
  comparedUntil: Month.optional(),
  /** Years with booklets, the newest first. */
  years: z.array(Year),
  /** The twelve months in the order of the village's year. */
  months: z.array(Month),
  ranked: z.boolean(),
  /** How many the list has, or how many the search has found. */
  count: z.int(),
  rows: z.array(
    z.object({ ...standing, branch: z.string().optional(), grid: z.string().optional() }),
  ),
  more: z.boolean(),
  /** The caller's own, or that of their branch or grid: left out for whoever has no booklet of the year. */
  mine: z
    .object({
      ...standing,
      /** Where it stands in the whole list, from 0. */
      place: z.int(),
      /** With this `skip` the answer begins with the page that it stands on. */
      skip: z.int(),
    })
    .optional(),
});

export const GetFiguresInput = z.strictObject({
  villageId: VillageId,
  /** The open year when left out. */
  year: Year.optional(),
});

/** Points of one month, and of the same month of the year before. */
const MonthFigure = z.object({
  month: Month,
  /** Left out for a month that has not begun. */
  points: Points.optional(),
  /** Left out where the year before had no booklets. */
  before: Points.optional(),
});

/** Public but for `own`: sums of the whole village. */
export const GetFiguresOutput = publicAnswer({
  village: z.string(),
  year: Year,
  years: z.array(Year),
  /** The twelve months in the order of the village's year: what their lines sum up to. */
  months: z.array(MonthFigure),
  /** By category of the rulebook, the most first. */
  categories: z.array(z.object({ title: z.string(), points: Points })),
  /** The caller's own months; nobody else's. */
  own: z.array(MonthFigure).optional(),
});

export const GetBoardCodeInput = z.strictObject(period).refine(isOnePart);

/** A picture for whoever scans a shared board: it opens the mini-program at that very period. */
export const GetBoardCodeOutput = publicAnswer({
  /** Base64; left out where WeChat gave none just now. */
  picture: z.object({ contentType: z.string(), base64: z.string() }).optional(),
});
