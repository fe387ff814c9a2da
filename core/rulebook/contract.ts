import * as z from "zod";
import { publicAnswer } from "../kernel/operation.ts";
import { LocalDate } from "../kernel/time.ts";
import { VillageId } from "../villages/contract.ts";
import { DraftScheme } from "./scheme.ts";

export const GetRulebookInput = z.strictObject({ villageId: VillageId, day: LocalDate.optional() });

/** Public: the rules are everybody's to read. */
export const GetRulebookOutput = publicAnswer({
  ...DraftScheme.shape,
  version: z.int(),
  effectiveFrom: LocalDate,
});
