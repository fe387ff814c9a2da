import type { Api } from "../../../core/api.ts";
import type { Failed, Loading } from "../../services/load";
import { pointsText } from "../../texts/points";
import { together } from "../../texts/together";

type Reply = Api["listGrids"]["output"];
type Grid = Reply["grids"][number];

export type GridView = Readonly<{
  id: string;
  name: string;
  hamlets: string;
  members: string;
  points: string;
  /** Posts that still want people, and how many. */
  vacant: ReadonlyArray<Readonly<{ title: string; wanted: string }>>;
  /** Posts that have everybody they need, in one line; "" when there is none. */
  full: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  village: string;
  about: string;
  grids: readonly GridView[];
}>;

export type View = Loading | Failed | Ready;

export const toView = ({ village, grids }: Reply): Ready => ({
  kind: "ready",
  village: village.name,
  about: together(village.town, `共${grids.length}个网格`),
  grids: grids.map(gridView),
});

function gridView({ id, name, hamlets, members, points, posts }: Grid): GridView {
  return {
    id,
    name,
    hamlets: hamlets.join("、"),
    members: String(members),
    points: pointsText(points),
    vacant: posts
      .filter(({ places, taken }) => taken < places)
      .map(({ title, places, taken }) => ({ title, wanted: `还缺${places - taken}人` })),
    full: posts
      .filter(({ places, taken }) => taken >= places)
      .map(({ title }) => title)
      .join("、"),
  };
}
