import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Points } from "../kernel/points.ts";
import { LocalDate } from "../kernel/time.ts";
import { Name } from "../villages/contract.ts";
import { flawsOf } from "./flaws.ts";

/**
 * What a village's rulebook can say, as one JSON: any village's scheme is data, never code. All points
 * are integer hundredths: 2.5 points is 250.
 */

/** Periods a cap counts in. "event": one meeting, one deed, one submission. */
export const periods = ["event", "day", "month", "quarter", "year"] as const;
const Period = z.enum(periods);

/** 封顶: no more than so much in a period. `losses` caps what can be deducted, a floor (扣完为止). */
const Cap = z.strictObject({
  per: Period,
  of: z.enum(["gains", "losses"]).default("gains"),
  most: Points.min(1),
});

/** 等次: how well, or how badly, it was done. Negative points are a deduction. */
export const Grade = z.strictObject({ id: Id, title: Name, points: Points });

/** A rule's id is a field of every account's counters, where a name like "__proto__" would be lost. */
const RuleId = Id.regex(/^[A-Za-z0-9]/);

/** 条目: one thing that earns or costs points. */
export const Rule = z.strictObject({
  id: RuleId,
  title: Name,
  /** The id of a category. */
  category: Id,
  /** Where it stands, as the village cites it: "第二条". */
  clause: Name,
  /** What a member should write, in plain words. */
  hint: z.string().trim().max(60).default(""),
  /** A worked example, for the reader: "调解成功一起记3分". */
  example: z.string().trim().max(120).default(""),
  approver: z.enum(["secretary", "committee"], "approver_missing"),
  /** The first grade is the usual one. */
  grades: z.array(Grade).min(1).max(20),
  /** What is counted when one fact can be several: "小时", "次". A grade's points are for one. */
  unit: z.string().trim().max(6).default(""),
  caps: z.array(Cap).max(5).default([]),
  /** A second one in this period is refused: 只计一次. */
  onlyOncePer: Period.optional(),
  /** The first and the last day on which it holds, inside the version's own days. */
  from: LocalDate.optional(),
  until: LocalDate.optional(),
  /** Classes of members whom it is for; nobody named: for all. */
  classes: z.array(Id).max(10).default([]),
  /** 一票否决: the best band that a member can still get for the period and the year, whatever the points. */
  veto: Id.optional(),
  /** An honour is submitted with its level, title and certificate. */
  honour: z.boolean().default(false),
  /** "report": a number from the village's report; "default": ours; "village": set by the committee. */
  origin: z.enum(["report", "default", "village"]).default("village"),
});

/** 类别: rules that share caps. */
const Category = z.strictObject({
  id: Id,
  title: Name,
  caps: z.array(Cap).max(5).default([]),
  /** Points everybody has at the start of a period and can only lose, down to none (扣分池). */
  pool: Points.min(1).optional(),
  /** 同一事迹取最高: of several lines for one deed only the highest counts. */
  highestPerDeed: z.boolean().default(false),
});

/** 等次线: the result from so many points on. */
const Band = z.strictObject({ id: Id, title: Name, from: Points });

/** How a year's points become a result. */
const Scale = z.strictObject({
  /** The period that begins at `base` anew, is clamped and gets a band. */
  per: z.enum(["quarter", "year"]).default("year"),
  /** How quarters make the year. */
  year: z.enum(["sum", "mean"]).default("sum"),
  base: Points.default(0),
  least: Points.optional(),
  most: Points.optional(),
  /** The best first; below the last line there is none, so it stands at `least` where it is for all. */
  bands: z.array(Band).max(10).default([]),
});

/** What is expected of a class of members: at least so many times, or so many points, in a period. */
const Expectation = z.strictObject({
  title: Name,
  category: Id,
  per: z.enum(["month", "quarter", "year"]),
  times: z.int().min(1).optional(),
  points: Points.min(1).optional(),
});

/** 党员类别: cadre, in the village, living away, old or ill. */
const MemberClass = z.strictObject({
  id: Id,
  title: Name,
  expects: z.array(Expectation).max(10).default([]),
});

/** 免考: why somebody may be excused; granted to a person by the committee. */
const Exemption = z.strictObject({
  id: Id,
  title: Name,
  /** Categories in which nothing is deducted. */
  categories: z.array(Id).max(20).default([]),
  /** Whether the person still gets a band. */
  appraised: z.boolean().default(true),
});

/** 组织生活: a kind of meeting, what it counts, and how often the year requires it. */
const Meeting = z.strictObject({
  id: Id,
  title: Name,
  for: z.enum(["branch", "committee", "all"]),
  ruleId: Id,
  gradeId: Id,
  every: z.enum(["month", "quarter", "year"]).optional(),
  /** What staying away without leave costs; nothing when left out. */
  absence: z.strictObject({ ruleId: Id, gradeId: Id }).optional(),
  /** What coming later than so many minutes costs besides; nothing when left out. */
  late: z
    .strictObject({ ruleId: Id, gradeId: Id, afterMinutes: z.int().min(1).max(240) })
    .optional(),
});

/** A rulebook as a committee writes it, contradictions and all: what a draft may be. */
export const DraftScheme = z.strictObject({
  title: Name,
  /** The month in which the points year starts: 12 for a year from December to November. */
  yearStart: z.int().min(1).max(12).default(1),
  categories: z.array(Category).min(1).max(20),
  rules: z.array(Rule).min(1).max(100),
  /** Caps on the total. */
  caps: z.array(Cap).max(5).default([]),
  scale: Scale.prefault({}),
  classes: z.array(MemberClass).max(10).default([]),
  exemptions: z.array(Exemption).max(10).default([]),
  meetings: z.array(Meeting).max(20).default([]),
});

export type Scheme = z.output<typeof DraftScheme>;
export type SchemeInput = z.input<typeof DraftScheme>;

/** A rulebook that can hold: a contradiction in it is refused with its place. */
export const Scheme = DraftScheme.superRefine((scheme, context) => {
  for (const { code, path } of flawsOf(scheme)) {
    context.addIssue({ code: "custom", message: code, path: [...path] });
  }
});

export type Rule = z.output<typeof Rule>;
export type Grade = z.output<typeof Grade>;
export type Category = z.output<typeof Category>;
export type Cap = z.output<typeof Cap>;
export type Scale = z.output<typeof Scale>;
export type Band = z.output<typeof Band>;
export type Meeting = z.output<typeof Meeting>;
export type MemberClass = z.output<typeof MemberClass>;
export type Period = (typeof periods)[number];
