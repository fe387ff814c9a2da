import { collection, type Database } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import { type Flaw, flawOf, type Outline, overlapOf, placeText } from "./outline.ts";
import { simplified } from "./simplified.ts";

/**
 * All outlines of a village in one document, since none may overlap another: two who draw at once conflict,
 * and the map reads them at once. They are not kept with the grids, which many screens read for their names.
 */
export type Outlines = Readonly<{
  /** The village's. */
  id: string;
  /** Grows with every change: whoever draws names the one they saw. */
  revision: number;
  drawn: readonly Drawn[];
  /** The same with fewer corners, for the map that everybody loads. */
  shown: readonly Drawn[];
}>;

export type Drawn = Readonly<{ gridId: string; outline: Outline }>;

export const outlines = collection<Outlines>("outlines");

/** What a map of the whole village needs at the most: some 40 KB. */
const shownCorners = 1500;

export const nothingDrawn = (villageId: string): Outlines => ({
  ...{ id: villageId, revision: 0, drawn: [], shown: [] },
});

/** The map's outlines, without the exact ones. */
export async function shownOutlines(db: Database, villageId: string): Promise<readonly Drawn[]> {
  const query = { where: { id: villageId }, limit: 1 };
  const [found] = await db.findFields(outlines, query, ["shown"]);
  return found?.shown ?? [];
}

export const outlineOf = (drawn: readonly Drawn[], gridId: string): Outline | undefined =>
  drawn.find((one) => one.gridId === gridId)?.outline;

/** The village's outlines after some grids' were drawn anew, or taken away (null). */
export function withOutlines(
  now: Outlines,
  changes: ReadonlyArray<Readonly<{ gridId: string; outline: Outline | null }>>,
): Outlines {
  const others = now.drawn.filter(({ gridId }) => !changes.some((one) => one.gridId === gridId));
  const drawn = [
    ...others,
    ...changes.flatMap(({ gridId, outline }) => (outline ? [{ gridId, outline }] : [])),
  ];
  const shown = simplified(
    drawn.map(({ outline }) => outline),
    shownCorners,
  );
  return {
    ...{ id: now.id, revision: now.revision + 1, drawn },
    shown: drawn.map(({ gridId, outline }, index) => ({
      gridId,
      outline: shown[index] ?? outline,
    })),
  };
}

/**
 * Whether a grid may have this outline beside the others'.
 * @param current ids of the village's grids; what a merged grid left behind hinders nobody
 */
export function flawBeside(
  { drawn }: Pick<Outlines, "drawn">,
  gridId: string,
  outline: Outline,
  current: ReadonlySet<string>,
): (Flaw & { with?: string }) | undefined {
  const flaw = flawOf(outline);
  if (flaw) return flaw;
  for (const other of drawn) {
    if (other.gridId === gridId || !current.has(other.gridId)) continue;
    const place = overlapOf(outline, other.outline);
    if (place) return { code: "outline_overlaps", place, with: other.gridId };
  }
  return undefined;
}

export const refuseFlaw = ({ code, place }: Flaw): never => refuse(code, place && placeText(place));

/** @param one as it is kept; @param other tidied */
export const isSameOutline = (one: Outline | undefined, other: Outline | null): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other);
