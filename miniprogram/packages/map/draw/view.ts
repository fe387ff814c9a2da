import type { Api } from "../../../../core/api.ts";
import {
  boundsOf,
  type Marker,
  type Point,
  type Polygon,
  pointOf,
  polygonsOf,
} from "../../../pages/grid/land";
import type { Failed, Loading } from "../../../services/load";
import { wrongMarker } from "../wrongMarker";
import { type Corner, type Drawing, outlineOf, type Place } from "./drawing";

export type Reply = Api["getOutlines"]["output"];

export type Ready = Readonly<{
  kind: "ready";
  name: string;
  /** What is seen at first: the grid, else its neighbours, else the whole country. */
  corners: readonly Point[];
  center: Point;
  scale: number;
}>;

export type View = Loading | Failed | Ready;

/** The middle of the country, for a village of which nothing is drawn yet. */
const anywhere: Point = { longitude: 108, latitude: 34 };

export function toView({ grids }: Reply, gridId: string): Ready {
  const own = grids.find(({ id }) => id === gridId);
  const places = (own?.outline ?? grids.flatMap(({ outline = [] }) => outline)).flat();
  const corners = boundsOf(places);
  const [center = anywhere] = corners;
  return {
    ...{ kind: "ready", name: own?.name ?? "", corners, center },
    scale: corners.length > 0 ? 15 : 4,
  };
}

/** What the map shows of a drawing. A corner's marker has the id that `cornerOf` turns back into it. */
export type Sheet = Readonly<{
  polygons: readonly Polygon[];
  markers: readonly Marker[];
  /** What the next tap does. */
  hint: string;
  chosen: boolean;
  canUndo: boolean;
  count: string;
}>;

/** @param wrong where the village says that the outline is wrong */
export function sheetOf({ grids }: Reply, gridId: string, drawing: Drawing, wrong?: Point): Sheet {
  const own = grids.find(({ id }) => id === gridId);
  const neighbours = grids.filter(({ id }) => id !== gridId);
  const count = drawing.pieces.flat().length;
  return {
    polygons: [
      ...neighbours.flatMap(({ ordinal, outline = [] }) => polygonsOf(outline, ordinal, false)),
      ...polygonsOf(
        drawing.pieces.filter((corners) => corners.length > 1),
        own?.ordinal ?? 1,
        true,
      ),
    ],
    markers: [...cornerMarkers(drawing), ...(wrong ? [wrongMarker(wrong, wrongId)] : [])],
    hint: hintOf(drawing, count),
    chosen: drawing.chosen !== undefined,
    canUndo: drawing.past.length > 0,
    count: `${count}个角`,
  };
}

function hintOf({ chosen }: Drawing, count: number): string {
  if (chosen) return "点新的地方，这个角就移过去；再点它一下就放开";
  if (count === 0) return "沿着边界，一个角一个角地点";
  return count < 3 ? "接着点下一个角" : "接着点，或者点一个角来改它";
}

/** Pieces are far fewer than a thousand corners apart. */
const piecesApart = 1000;

function cornerMarkers({ pieces, chosen }: Drawing): Marker[] {
  return pieces.flatMap((corners, piece) =>
    corners.map((place, corner) => {
      const isChosen = chosen?.piece === piece && chosen.corner === corner;
      const side = isChosen ? 28 : 22;
      return {
        ...{ ...pointOf(place), id: piece * piecesApart + corner + 1, width: side, height: side },
        iconPath: `/packages/map/assets/${isChosen ? "corner-chosen" : "corner"}.png`,
        ...{ anchor: { x: 0.5, y: 0.5 }, zIndex: isChosen ? 3 : 2 },
        ariaLabel: `第${corner + 1}个角${isChosen ? "，选中了" : ""}`,
      };
    }),
  );
}

/** No corner has it. */
const wrongId = 900_000;

/** Undefined for the mark of what is wrong. */
export function cornerOf(markerId: number, { pieces }: Drawing): Corner | undefined {
  const [piece, corner] = [Math.floor((markerId - 1) / piecesApart), (markerId - 1) % piecesApart];
  return pieces[piece]?.[corner] ? { piece, corner } : undefined;
}

/** All corners that a new one may be meant to be. */
export const cornersOfOthers = ({ grids }: Reply, gridId: string): Place[] =>
  grids.filter(({ id }) => id !== gridId).flatMap(({ outline = [] }) => outline.flat());

/** "120.621,31.022", as a refusal says a place. */
export function placeIn(text: string): Point | undefined {
  const [longitude, latitude] = text.split(",").map(Number);
  return longitude && latitude ? { longitude, latitude } : undefined;
}

/** Whether leaving would lose something. */
export const isDrawn = (drawing: Drawing, { grids }: Reply, gridId: string): boolean =>
  JSON.stringify(outlineOf(drawing)) !==
  JSON.stringify(grids.find(({ id }) => id === gridId)?.outline ?? null);
