import type { Api } from "../../../../core/api.ts";
import {
  boundsOf,
  type Marker,
  type Outline,
  type Point,
  type Polygon,
  pointOf,
  polygonsOf,
} from "../../../pages/grid/land";
import { wrongMarker } from "../wrongMarker";

type Reply = Api["importOutlines"]["output"];
type Feature = Reply["features"][number];

export type Tried = Readonly<{
  rows: ReadonlyArray<Readonly<{ title: string; said: string; isWrong: boolean }>>;
  /** "" when nothing hinders. */
  problem: string;
  /** How many would change; 0 means that there is nothing to write. */
  changes: number;
  polygons: readonly Polygon[];
  markers: readonly Marker[];
  corners: readonly Point[];
}>;

const changeTexts: Readonly<Record<Exclude<Feature["change"], "refused">, string>> = {
  new: "新画上",
  changed: "改成文件里的",
  same: "和现在一样",
};

export function toTried({ features }: Reply): Tried {
  const wrong = features.filter(({ change }) => change === "refused").length;
  return {
    rows: features.map(rowOf),
    problem: wrong > 0 ? `有${wrong}块不对，改好文件再导入。现在什么都没有写。` : "",
    changes: features.filter(({ change }) => change === "new" || change === "changed").length,
    polygons: features.flatMap(({ outline = [], change }, index) =>
      polygonsOf(outline, index + 1, change === "refused"),
    ),
    markers: features.flatMap(({ place }, index) =>
      place ? [wrongMarker(pointOf(place), index + 1)] : [],
    ),
    corners: boundsOf(features.flatMap(({ outline = [] as Outline }) => outline.flat())),
  };
}

function rowOf(
  { name, grid, corners, change, message, with: other, place }: Feature,
  index: number,
) {
  const title = grid ?? (name || `第${index + 1}块`);
  if (change !== "refused")
    return { title, said: `${changeTexts[change]}，${corners}个角`, isWrong: false };
  const where = place ? `（${place[0]}, ${place[1]}）` : "";
  const whom = other ? `：${other}` : "";
  return { title, said: `${message}${whom}${where}`, isWrong: true };
}
