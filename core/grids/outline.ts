import { intersection } from "polyclip-ts";
import type { RefusalCode } from "../kernel/refusal.ts";
import { type Metres, toMetres } from "./metres.ts";
import { middleOf } from "./middle.ts";

/** [longitude, latitude] in GCJ-02, what WeChat's map takes; degrees with 6 decimals, some 10 cm. */
export type Place = readonly [longitude: number, latitude: number];

/** The corners one after another; the last one is joined to the first and is not the first again. */
export type Ring = readonly Place[];

/** 责任区轮廓: a ring for each piece of land, mostly one. Pieces have no holes: WeChat draws none. */
export type Outline = readonly Ring[];

/** Corners of all pieces of one grid together. */
export const cornersMost = 500;

/**
 * Neighbours draw their common border twice, by finger or out of an old survey, and never quite the same.
 * What two outlines have in common counts as an overlap where it is wider than this, on the average of its length.
 */
const borderWidth: Metres = 3;

/** What is wrong with an outline, and where: what the map points at. */
export type Flaw = Readonly<{
  code: Extract<
    RefusalCode,
    "outline_corners" | "outline_misplaced" | "outline_crosses" | "outline_overlaps"
  >;
  place?: Place;
}>;

/** To 6 decimals. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const same = (one: Place | undefined, other: Place | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1];

/** With 6 decimals, and no corner twice in a row: files close a ring by its first corner, fingers tap twice. */
export const tidied = (outline: Outline): Outline =>
  outline.map((ring) => {
    const corners = ring.map(
      ([longitude, latitude]): Place => [rounded(longitude), rounded(latitude)],
    );
    return corners.filter(
      (corner, index) =>
        corners.length === 1 || !same(corner, corners[(index + 1) % corners.length]),
    );
  });

/** How a place is written in a refusal: "120.621035,31.020146". */
export const placeText = ([longitude, latitude]: Place): string => `${longitude},${latitude}`;

/** The first thing that makes a tidied outline no outline, whatever the other grids are. */
export function flawOf(outline: Outline): Flaw | undefined {
  const corners = outline.flat();
  const few = outline.find((ring) => ring.length < 3);
  if (outline.length === 0 || few || corners.length > cornersMost) {
    const place = few?.[0];
    return { code: "outline_corners", ...(place ? { place } : {}) };
  }
  const strange = corners.find((corner) => !isInChina(corner));
  if (strange) return { code: "outline_misplaced", place: strange };
  const crossing = first(outline, crossingOf) ?? first(pairsOf(outline), overlapOfRings);
  return crossing && { code: "outline_crosses", place: crossing };
}

/** Where two outlines cover the same land; undefined for neighbours. */
export const overlapOf = (one: Outline, other: Outline): Place | undefined =>
  first(
    one.flatMap((ring) => other.map((second) => [ring, second] as const)),
    overlapOfRings,
  );

function first<One>(of: readonly One[], find: (one: One) => Place | undefined): Place | undefined {
  for (const one of of) {
    const found = find(one);
    if (found) return found;
  }
  return undefined;
}

const pairsOf = (outline: Outline): Array<readonly [Ring, Ring]> =>
  outline.flatMap((ring, index) => outline.slice(index + 1).map((other) => [ring, other] as const));

/** A file in metres, or with latitude first, lies elsewhere: China's longitudes are none of its latitudes. */
const isInChina = ([longitude, latitude]: Place): boolean =>
  longitude > 73 && longitude < 136 && latitude > 3 && latitude < 54;

type Side = readonly [from: Place, to: Place];

const sidesOf = (ring: Ring): Side[] =>
  ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner]);

/** Where a ring meets itself: two sides cross or touch, or one folds back on the one before. */
function crossingOf(ring: Ring): Place | undefined {
  const sides = sidesOf(ring);
  for (const [index, side] of sides.entries()) {
    const next = sides[(index + 1) % sides.length] ?? side;
    if (foldsBack(side, next)) return side[1];
    const last = index === 0 ? sides.length - 1 : sides.length;
    const place = first(sides.slice(index + 2, last), (other) => meetingOf(side, other));
    if (place) return place;
  }
  return undefined;
}

/** Twice the area of a triangle, in millionths of a degree: exact for whole numbers as small as a country's. */
function turn([a, b]: Side, c: Place): number {
  const micro = (degrees: number, from: number) => Math.round((degrees - from) * 1e6);
  return micro(b[0], a[0]) * micro(c[1], a[1]) - micro(b[1], a[1]) * micro(c[0], a[0]);
}

const between = (one: number, value: number, other: number): boolean =>
  Math.min(one, other) <= value && value <= Math.max(one, other);

const liesOn = (side: Side, place: Place): boolean =>
  turn(side, place) === 0 &&
  between(side[0][0], place[0], side[1][0]) &&
  between(side[0][1], place[1], side[1][1]);

function foldsBack([a, b]: Side, [, c]: Side): boolean {
  if (turn([a, b], c) !== 0) return false;
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;
}

/** A place that two sides have in common. */
function meetingOf(one: Side, other: Side): Place | undefined {
  const [a, b] = [turn(one, other[0]), turn(one, other[1])];
  const [c, d] = [turn(other, one[0]), turn(other, one[1])];
  if (a * b < 0 && c * d < 0) {
    const share = c / (c - d);
    const along = (axis: 0 | 1) => rounded(one[0][axis] + share * (one[1][axis] - one[0][axis]));
    return [along(0), along(1)];
  }
  return other.find((end) => liesOn(one, end)) ?? one.find((end) => liesOn(other, end));
}

/** A place in the middle of the widest common land, if that is more than a border drawn twice. */
function overlapOfRings([one, other]: readonly [Ring, Ring]): Place | undefined {
  if (areApart(one, other)) return undefined;
  const common = intersection([one.map(pair)], [other.map(pair)]).map(
    ([ring = []]): Ring => ring.map(([longitude, latitude]) => [longitude, latitude]),
  );
  const wide = common.find((ring) => widthOf(ring) > borderWidth);
  if (!wide) return undefined;
  const [longitude, latitude] = middleOf(wide);
  return [rounded(longitude), rounded(latitude)];
}

const pair = ([longitude, latitude]: Place): [number, number] => [longitude, latitude];

const areApart = (one: Ring, other: Ring): boolean =>
  ([0, 1] as const).some((axis) => {
    const [mine, theirs] = [one, other].map((ring) => ring.map((corner) => corner[axis]));
    return (
      Math.max(...(mine ?? [])) <= Math.min(...(theirs ?? [])) ||
      Math.max(...(theirs ?? [])) <= Math.min(...(mine ?? []))
    );
  });

/** A strip's mean width: its area by half of what goes around it. */
function widthOf(ring: Ring): Metres {
  const corners = toMetres(ring);
  let area = 0;
  let around = 0;
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y];
    area += (x * nextY - nextX * y) / 2;
    around += Math.hypot(nextX - x, nextY - y);
  });
  return around === 0 ? 0 : Math.abs(area) / (around / 2);
}
