import * as z from "zod";
import { LocalDate, Year } from "../kernel/time.ts";

/** Short words, as a village's key in ids and addresses: "tangjiao". */
export const VillageId = z.string().regex(/^[a-z][a-z0-9]{1,30}$/);

export const Name = z.string().trim().min(1).max(30);

export const SettingsInput = z.strictObject({
  boardNames: z.enum(["full", "masked"]),
  boardRanked: z.boolean(),
  objectionDays: z.int().min(1).max(60),
  answerDays: z.int().min(1).max(60),
  /** See `Settings`; left out, it stays as it is. */
  fewerThan: z.int().min(0).max(20).optional(),
});

export const SettingsOutput = SettingsInput.required();

export const GetSettingsInput = z.strictObject({});
export const GetSettingsOutput = SettingsOutput.extend({
  /** The year whose booklets are open. */
  openYear: Year,
  /** The year that would be opened next, the day on which it begins, and whether it has begun. */
  next: z.object({ year: Year, from: LocalDate, begun: z.boolean() }),
});
