import type { Api } from "../../../core/api.ts";
import { lookOf } from "./looks";

type Grid = Api["getGridMap"]["output"]["grids"][number];

/** As WeChat's map writes a place. */
export type Point = Readonly<{ longitude: number; latitude: number }>;

/** The land of one grid, as it is kept: [longitude, latitude] after [longitude, latitude]. */
export type Outline = NonNullable<Grid["outline"]>;

export type Polygon = Readonly<{
  points: readonly Point[];
  strokeColor: string;
  strokeWidth: number;
  fillColor: string;
  dashArray?: readonly number[];
  zIndex: number;
}>;

export type Marker = Point &
  Readonly<{
    id: number;
    iconPath: string;
    width: number;
    height: number;
    anchor: Readonly<{ x: number; y: number }>;
    callout?: object;
    zIndex?: number;
    ariaLabel?: string;
  }>;

export type Land = Readonly<{
  polygons: readonly Polygon[];
  /** A marker's id is the grid's place in the list, from 1. */
  markers: readonly Marker[];
  /** What has to be seen at first. */
  corners: readonly Point[];
}>;

export const pointOf = ([longitude, latitude]: Outline[number][number]): Point => ({
  longitude,
  latitude,
});

/** The look of one outline; the chosen one is filled more strongly and drawn on top. */
export function polygonsOf(outline: Outline, ordinal: number, chosen: boolean): Polygon[] {
  const { color, dash } = lookOf(ordinal);
  return outline.map((ring) => ({
    points: ring.map(pointOf),
    strokeColor: `${color}ff`,
    strokeWidth: chosen ? 5 : 3,
    fillColor: `${color}${chosen ? "66" : "2e"}`,
    ...(dash.length > 0 ? { dashArray: dash } : {}),
    zIndex: chosen ? 2 : 1,
  }));
}

/**
 * What the map shows; undefined while nobody has drawn a grid: then the list says everything.
 * @param fontSize of the names, in pixels
 */
export function landOf(grids: readonly Grid[], chosenId: string, fontSize = 14): Land | undefined {
  const corners = boundsOf(grids.flatMap(({ outline = [] }) => outline.flat()));
  if (corners.length === 0) return undefined;
  return {
    polygons: grids.flatMap(({ id, ordinal, outline = [] }) =>
      polygonsOf(outline, ordinal, id === chosenId),
    ),
    markers: grids.flatMap(({ id, ordinal, name, middle }, index) =>
      middle
        ? [
            nameMarker(index + 1, pointOf(middle), {
              name,
              ordinal,
              chosen: id === chosenId,
              fontSize,
            }),
          ]
        : [],
    ),
    corners,
  };
}

/** Two opposite corners of what surrounds all places. */
export function boundsOf(places: Outline[number]): Point[] {
  if (places.length === 0) return [];
  const axis = (index: 0 | 1) => places.map((place) => place[index]);
  const [longitudes, latitudes] = [axis(0), axis(1)];
  return [
    { longitude: Math.min(...longitudes), latitude: Math.min(...latitudes) },
    { longitude: Math.max(...longitudes), latitude: Math.max(...latitudes) },
  ];
}

/** A name on the map. WeChat draws it above the marker's picture, which is a small dot. */
function nameMarker(
  id: number,
  at: Point,
  {
    name,
    ordinal,
    chosen,
    fontSize,
  }: Readonly<{ name: string; ordinal: number; chosen: boolean; fontSize: number }>,
): Marker {
  const { color } = lookOf(ordinal);
  return {
    ...{ ...at, id, iconPath: "/assets/map-dot.png", width: 8, height: 8 },
    anchor: { x: 0.5, y: 0.5 },
    zIndex: chosen ? 2 : 1,
    ariaLabel: name,
    callout: {
      ...{ content: chosen ? `✓ ${name}` : name, display: "ALWAYS", textAlign: "center" },
      ...{ fontSize, padding: 6, borderRadius: 6, borderWidth: 2, borderColor: color },
      ...(chosen ? { color: "#ffffff", bgColor: color } : { color: "#26211d", bgColor: "#ffffff" }),
    },
  };
}

/** Which grid's land a place lies on; undefined outside of all. */
export const gridAt = (grids: readonly Grid[], { longitude, latitude }: Point): Grid | undefined =>
  grids.find(({ outline = [] }) => outline.some((ring) => liesIn(ring, longitude, latitude)));

/** A line from the place to the east leaves a ring as often as it enters it, unless the place lies inside. */
function liesIn(ring: Outline[number], longitude: number, latitude: number): boolean {
  let inside = false;
  ring.forEach(([fromX, fromY], index) => {
    const [toX, toY] = ring[(index + 1) % ring.length] ?? [fromX, fromY];
    if (fromY < latitude === toY < latitude) return;
    const shore = fromX + ((latitude - fromY) / (toY - fromY)) * (toX - fromX);
    if (shore > longitude) inside = !inside;
  });
  return inside;
}
