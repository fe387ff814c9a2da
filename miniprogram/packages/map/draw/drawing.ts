import type { Outline } from "../../../pages/grid/land";

export type Place = Outline[number][number];

/** Which corner: of which piece of land, and which of its corners. */
export type Corner = Readonly<{ piece: number; corner: number }>;

/** An outline while it is drawn. Corners are added to one piece; a chosen corner is moved instead. */
export type Drawing = Readonly<{
  pieces: readonly (readonly Place[])[];
  /** The piece that the next corner belongs to. */
  piece: number;
  chosen: Corner | undefined;
  /** What it was before each of the last changes, the latest last. */
  past: ReadonlyArray<Readonly<{ pieces: readonly (readonly Place[])[]; piece: number }>>;
}>;

/** As many steps back as anybody remembers. */
const pastMost = 50;

export const drawingOf = (outline: Outline = []): Drawing => ({
  pieces: outline.length > 0 ? outline : [[]],
  ...{ piece: Math.max(outline.length - 1, 0), chosen: undefined, past: [] },
});

function changed(
  drawing: Drawing,
  pieces: Drawing["pieces"],
  next: Readonly<{ piece?: number; chosen?: Corner | undefined }> = {},
): Drawing {
  const { pieces: before, piece, past } = drawing;
  return {
    pieces,
    piece: next.piece ?? piece,
    chosen: next.chosen,
    past: [...past, { pieces: before, piece }].slice(-pastMost),
  };
}

const withPiece = (
  { pieces }: Drawing,
  piece: number,
  change: (corners: readonly Place[]) => readonly Place[],
): Drawing["pieces"] =>
  pieces.map((corners, index) => (index === piece ? change(corners) : corners));

/** Puts the next corner here, or moves the chosen one here. */
export function put(drawing: Drawing, place: Place): Drawing {
  const { chosen, piece } = drawing;
  if (!chosen)
    return changed(
      drawing,
      withPiece(drawing, piece, (corners) => [...corners, place]),
    );
  const pieces = withPiece(drawing, chosen.piece, (corners) =>
    corners.map((corner, index) => (index === chosen.corner ? place : corner)),
  );
  return changed(drawing, pieces);
}

/** Chooses a corner, or lets go of it when it is chosen already. */
export function choose(drawing: Drawing, { piece, corner }: Corner): Drawing {
  const { chosen } = drawing;
  const again = chosen?.piece === piece && chosen.corner === corner;
  return { ...drawing, piece, chosen: again ? undefined : { piece, corner } };
}

/** With 6 decimals, as corners are kept. */
const middle = (one: number, other: number): number => Math.round((one + other) * 5e5) / 1e6;

/** A new corner half way between the chosen one and the next, chosen so that it can be moved at once. */
export function insertAfterChosen(drawing: Drawing): Drawing {
  const { chosen } = drawing;
  const corners = chosen && drawing.pieces[chosen.piece];
  const from = chosen && corners?.[chosen.corner];
  const to = chosen && corners?.[(chosen.corner + 1) % corners.length];
  if (!from || !to) return drawing;
  const half: Place = [middle(from[0], to[0]), middle(from[1], to[1])];
  const at = chosen.corner + 1;
  const pieces = withPiece(drawing, chosen.piece, (all) => [
    ...all.slice(0, at),
    half,
    ...all.slice(at),
  ]);
  return changed(drawing, pieces, { chosen: { piece: chosen.piece, corner: at } });
}

export function removeChosen(drawing: Drawing): Drawing {
  const { chosen } = drawing;
  if (!chosen) return drawing;
  const pieces = withPiece(drawing, chosen.piece, (corners) =>
    corners.filter((_, index) => index !== chosen.corner),
  );
  return changed(drawing, pieces);
}

/** Another piece of land of the same grid; an unfinished one is gone on with. */
export function beginPiece(drawing: Drawing): Drawing {
  const empty = drawing.pieces.findIndex((corners) => corners.length === 0);
  if (empty >= 0) return { ...drawing, piece: empty, chosen: undefined };
  return changed(drawing, [...drawing.pieces, []], { piece: drawing.pieces.length });
}

export const removeAll = (drawing: Drawing): Drawing => changed(drawing, [[]], { piece: 0 });

export function undo(drawing: Drawing): Drawing {
  const before = drawing.past.at(-1);
  return before
    ? { ...before, chosen: undefined, past: drawing.past.slice(0, -1) }
    : { ...drawing, chosen: undefined };
}

/** What is sent; null when nothing is left, which takes the outline away. */
export function outlineOf({ pieces }: Drawing): Outline | null {
  const drawn = pieces.filter((corners) => corners.length > 0);
  return drawn.length > 0 ? drawn : null;
}

/** As near as a finger hits, in pixels. */
const reach = 16;

/**
 * The neighbour's corner that was meant, if one is as near as a finger hits; otherwise the place itself. So a
 * common border is drawn from the same corners.
 * @param scale of the map: 256 pixels around the earth at 0, twice as many at each step
 */
export function snapped(place: Place, corners: readonly Place[], scale: number): Place {
  const pixelsPerDegree = (256 * 2 ** scale) / 360;
  const narrower = Math.cos((place[1] * Math.PI) / 180);
  let [nearest, distance] = [place, reach];
  for (const corner of corners) {
    // On Mercator's map a degree of latitude is longer by as much as one of longitude is shorter on the ground.
    const east = (corner[0] - place[0]) * pixelsPerDegree;
    const north = ((corner[1] - place[1]) * pixelsPerDegree) / narrower;
    const away = Math.hypot(east, north);
    if (away < distance) [nearest, distance] = [corner, away];
  }
  return nearest;
}
