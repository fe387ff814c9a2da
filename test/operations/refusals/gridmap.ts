import type { Reply } from "../../../core/app.ts";
import { makeVillage, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Outlines that are none, and two who change the same at once. */

let village: Village;

type Corners = ReadonlyArray<readonly [number, number]>;

const square = (x: number, y: number, side = 0.01): Corners => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

const draw =
  (outline: readonly Corners[], revision = 1) =>
  (): Promise<Reply> =>
    village.raw("founder", "drawOutline", { gridId: `${village.villageId}-g1`, outline, revision });

const bringIn = (geojson: unknown) => (): Promise<Reply> =>
  village.raw("founder", "importOutlines", {
    ...{ geojson: JSON.stringify(geojson), coordinates: "gcj02", write: true },
  });

const land = (properties: object, coordinates: readonly Corners[]) => ({
  type: "FeatureCollection",
  features: [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates } }],
});

export const gridmap: Cases<
  | "unknown_grid"
  | "grid_changed"
  | "outline_corners"
  | "outline_misplaced"
  | "outline_crosses"
  | "outline_overlaps"
  | "outline_hole"
  | "geojson_unreadable"
> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "land");
    await village.ask("founder", "drawOutline", {
      ...{ gridId: "land-g2", outline: [square(120.62, 31.02)], revision: 0 },
    });
  },
  provoke: {
    unknown_grid: bringIn(land({ name: "第九网格" }, [square(120.5, 31)])),
    grid_changed: draw([square(120.5, 31)], 0),
    outline_corners: draw([square(120.5, 31).slice(0, 2)]),
    outline_misplaced: draw([square(31, 120.5)]),
    outline_crosses: draw([
      [
        [120.5, 31],
        [120.51, 31.01],
        [120.51, 31],
        [120.5, 31.01],
      ],
    ]),
    outline_overlaps: draw([square(120.628, 31.028)]),
    outline_hole: bringIn(
      land({ ordinal: 1 }, [square(120.5, 31), square(120.503, 31.003, 0.002)]),
    ),
    geojson_unreadable: bringIn({ type: "FeatureCollection", features: [{ geometry: "?" }] }),
  },
  places: {
    unknown_grid: "120.5,31",
    outline_corners: "120.5,31",
    outline_misplaced: "31,120.5",
    outline_crosses: "120.505,31.005",
    outline_overlaps: "120.629,31.029",
    outline_hole: "120.5,31",
    geojson_unreadable: "features.0.geometry",
  },
};
