import * as z from "zod";
import { Id, Ordinal } from "../kernel/ids.ts";
import { Name } from "../villages/contract.ts";
import { cornersMost } from "./outline.ts";

export const OpenGridInput = z.strictObject({
  ordinal: Ordinal,
  name: Name,
  hamlets: z.array(Name).min(1).max(50),
});
export const OpenGridOutput = z.object({ gridId: z.string() });

const Corner = z.tuple([z.number(), z.number()]).readonly();

/** [longitude, latitude] after [longitude, latitude], a ring for each piece of land: see `outline.ts`. */
export const OutlineShape = z
  .array(
    z
      .array(Corner)
      .max(cornersMost + 1)
      .readonly(),
  )
  .max(20)
  .readonly();

export const DrawOutlineInput = z.strictObject({
  gridId: Id,
  /** GCJ-02, as WeChat's map tells it. Null takes the outline away. */
  outline: OutlineShape.nullable(),
  /** Of the outlines that were seen when the drawing began. */
  revision: z.int(),
});
export const DrawOutlineOutput = z.object({ revision: z.int() });

export const GetOutlinesInput = z.strictObject({ gridId: Id });
export const GetOutlinesOutput = z.object({
  revision: z.int(),
  grids: z.array(
    z.object({
      id: z.string(),
      ordinal: z.int(),
      name: z.string(),
      /** Left out of a grid that nobody has drawn. */
      outline: OutlineShape.optional(),
    }),
  ),
});

export const ImportOutlinesInput = z.strictObject({
  /** A FeatureCollection of Polygons and MultiPolygons; each has the grid's `name` or `ordinal`. */
  geojson: z.string().max(2_000_000),
  /** What the file's numbers are: GPS and surveys say wgs84, Chinese maps gcj02. */
  coordinates: z.enum(["wgs84", "gcj02"]),
  /** False says what would change, and where the file is wrong. */
  write: z.boolean(),
});
export const ImportOutlinesOutput = z.object({
  written: z.boolean(),
  features: z.array(
    z.object({
      /** As the file has it; "" where it says nothing. */
      name: z.string(),
      /** The grid it was found to be; left out when there is none. */
      grid: z.string().optional(),
      corners: z.int(),
      /** In GCJ-02, for a look before it is written; left out where it has too many corners or too few. */
      outline: OutlineShape.optional(),
      change: z.enum(["new", "changed", "same", "refused"]),
      /** Why it is refused, where, and the other grid that is in its way. */
      code: z.string().optional(),
      message: z.string().optional(),
      place: Corner.optional(),
      with: z.string().optional(),
    }),
  ),
});
