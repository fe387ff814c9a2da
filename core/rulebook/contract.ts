import * as z from "zod";
import { LocalDate } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";
import { DraftScheme } from "./scheme.ts";

export const GetRulebookInput = z.strictObject({ villageId: VillageId, day: LocalDate.optional() });

/** Public: the rules are everybody's to read. */
export const GetRulebookOutput = z.object({
  ...DraftScheme.shape,
  version: z.int(),
  effectiveFrom: LocalDate,
});
