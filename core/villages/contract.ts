import * as z from "zod";
import { Ordinal } from "../kernel/ids.ts";
import { Year } from "../kernel/time.ts";

/** Short words, as a village's key in ids and addresses: "tangjiao". */
export const VillageId = z.string().regex(/^[a-z][a-z0-9]{1,30}$/);

export const Name = z.string().trim().min(1).max(30);

export const FoundVillageInput = z.strictObject({
  villageId: VillageId,
  name: Name,
  town: Name,
  openYear: Year,
  branch: z.strictObject({ ordinal: Ordinal, name: Name }),
  grid: z.strictObject({ ordinal: Ordinal, name: Name, hamlets: z.array(Name).min(1).max(50) }),
  founder: z.strictObject({ ordinal: Ordinal, name: Name, hamlet: Name }),
});

export const FoundVillageOutput = z.object({
  villageId: z.string(),
  memberId: z.string(),
  /** The founder's own invitation code. */
  code: z.string(),
});

export const SettingsInput = z.strictObject({
  boardNames: z.enum(["full", "masked"]),
  boardRanked: z.boolean(),
});

export const SettingsOutput = SettingsInput;

export const OpenYearInput = z.strictObject({ year: Year });
export const OpenYearOutput = z.object({ year: Year, accounts: z.int() });
