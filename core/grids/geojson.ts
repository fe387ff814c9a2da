import gcoord from "gcoord";
import * as z from "zod";
import { type RefusalCode, refuse } from "../kernel/refusal.ts";
import { type Outline, type Ring, tidied } from "./outline.ts";

/** What the numbers of a file are: as GPS has it, or shifted, as every map of China must. */
export type Coordinates = "wgs84" | "gcj02";

/** One feature of a file: which grid it says it is, and its land, in GCJ-02. */
export type Land = Readonly<{
  /** The name or the number, as the file has it; "" where it says nothing. */
  name: string;
  outline: Outline;
  flaw?: Extract<RefusalCode, "outline_hole">;
}>;

// Some files have a height as a third number.
const Position = z.array(z.number()).min(2);
const Rings = z.array(z.array(Position)).min(1);

const File = z.object({
  type: z.literal("FeatureCollection"),
  features: z
    .array(
      z.object({
        properties: z.record(z.string(), z.unknown()).nullish(),
        geometry: z.discriminatedUnion("type", [
          z.object({ type: z.literal("Polygon"), coordinates: Rings }),
          z.object({ type: z.literal("MultiPolygon"), coordinates: z.array(Rings).min(1) }),
        ]),
      }),
    )
    .min(1)
    .max(200),
});

/** @throws Refusal `geojson_unreadable`, with the path in the file where it stops making sense */
export function readGeojson(text: string, coordinates: Coordinates): Land[] {
  const file = File.safeParse(parsed(text));
  if (!file.success) {
    const where = file.error.issues[0]?.path.map(String).join(".");
    refuse("geojson_unreadable", where || undefined);
  }
  return file.data.features.map(({ properties, geometry }) => {
    const pieces = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    const rings = pieces.map(([outer = []]): Ring => outer.map((one) => shifted(one, coordinates)));
    const name = properties?.name ?? properties?.ordinal ?? "";
    return {
      name: String(name).trim(),
      outline: tidied(rings),
      ...(pieces.some((piece) => piece.length > 1) ? { flaw: "outline_hole" as const } : {}),
    };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse("geojson_unreadable");
  }
}

function shifted([longitude = 0, latitude = 0]: readonly number[], from: Coordinates) {
  const place: [number, number] = [longitude, latitude];
  return from === "gcj02" ? place : gcoord.transform(place, gcoord.WGS84, gcoord.GCJ02);
}
