import * as z from "zod";
import { Id } from "../kernel/ids.ts";
import { Points } from "../kernel/points.ts";
import { LocalDate } from "../kernel/time.ts";
import { Name, VillageId } from "../villages/contract.ts";
import { categories } from "./rulebook.ts";

export const GradeShape = z.object({ id: Id, title: Name, points: Points });

export const RuleShape = z.object({
  id: Id,
  title: Name,
  category: z.enum(categories),
  clause: Name,
  hint: z.string().max(60),
  approver: z.enum(["secretary", "committee"]),
  grades: z.array(GradeShape).min(1).max(10),
  origin: z.enum(["report", "default"]),
});

export const AdoptRulebookInput = z.strictObject({
  title: Name,
  effectiveFrom: LocalDate,
  rules: z.array(RuleShape).min(1).max(100),
});
export const AdoptRulebookOutput = z.object({ version: z.int() });

export const GetRulebookInput = z.strictObject({ villageId: VillageId, day: LocalDate.optional() });
export const GetRulebookOutput = z.object({
  title: z.string(),
  version: z.int(),
  effectiveFrom: LocalDate,
  rules: z.array(RuleShape),
});
