import * as z from "zod";
import { Ordinal } from "../kernel/ids.ts";
import { publicAnswer } from "../kernel/operation.ts";
import { Name, VillageId } from "../villages/contract.ts";

export const OpenGridInput = z.strictObject({
  ordinal: Ordinal,
  name: Name,
  hamlets: z.array(Name).min(1).max(50),
});
export const OpenGridOutput = z.object({ gridId: z.string() });

export const ListGridsInput = z.strictObject({ villageId: VillageId });

/** Public: what any villager sees of a grid. */
export const ListGridsOutput = publicAnswer({
  village: z.object({ name: z.string(), town: z.string() }),
  grids: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      hamlets: z.array(z.string()),
      /** Party members whose household register is in the grid. */
      members: z.int(),
      /** Points of those members this year, integer hundredths. */
      points: z.int(),
      /** Standing posts of the grid: how many places there are and how many are taken. */
      posts: z.array(z.object({ title: z.string(), places: z.int(), taken: z.int() })),
    }),
  ),
});
