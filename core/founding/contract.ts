import * as z from "zod";
import { Ordinal } from "../kernel/ids.ts";
import { Year } from "../kernel/time.ts";
import { Scheme } from "../rulebook/scheme.ts";
import { Name, VillageId } from "../villages/contract.ts";

export const FoundVillageInput = z.strictObject({
  villageId: VillageId,
  name: Name,
  town: Name,
  openYear: Year,
  branch: z.strictObject({ ordinal: Ordinal, name: Name }),
  grid: z.strictObject({ ordinal: Ordinal, name: Name, hamlets: z.array(Name).min(1).max(50) }),
  /** The village's first rulebook; profile A when left out. */
  rulebook: Scheme.optional(),
  founder: z.strictObject({ ordinal: Ordinal, name: Name, hamlet: Name }),
});

export const FoundVillageOutput = z.object({
  villageId: z.string(),
  memberId: z.string(),
  /** The founder's own invitation code. */
  code: z.string(),
});
