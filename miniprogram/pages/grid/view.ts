import type { Api } from "../../../core/api.ts";
import type { Failed, Loading } from "../../services/load";
import { dayText } from "../../texts/days";
import { pointsText } from "../../texts/points";
import { together } from "../../texts/together";
import { lookOf } from "./looks";

type Reply = Api["getGridMap"]["output"];
type Grid = Reply["grids"][number];
type Numbers = Grid["numbers"];

export type PersonView = Readonly<{
  role: string;
  name: string;
  /** "" where the village has released none. */
  phone: string;
}>;

export type GridView = Readonly<{
  id: string;
  name: string;
  /** As on the map. */
  color: string;
  isMine: boolean;
  hamlets: string;
  people: readonly PersonView[];
  /** Says so of numbers that nobody counted, and of those that are missing; "" of counted ones. */
  entered: string;
  numbers: ReadonlyArray<Readonly<{ label: string; text: string; spoken: string }>>;
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
  /** Why some numbers are not told; "" when the village tells all. */
  hidden: string;
  /** The member's own first, then by number. */
  grids: readonly GridView[];
}>;

export type View = Loading | Failed | Ready;

export function toView({ village, grids, myGridId, fewerThan }: Reply): Ready {
  const isMine = ({ id }: Grid) => id === myGridId;
  const ordered = [...grids.filter(isMine), ...grids.filter((grid) => !isMine(grid))];
  const hides = grids.some(({ numbers }) => Object.values(numbers).includes(null));
  return {
    kind: "ready",
    village: village.name,
    about: together(village.town, `共${grids.length}个网格`),
    hidden: hides ? `少于${fewerThan}的数只写“<${fewerThan}”，免得认出是谁家。` : "",
    grids: ordered.map((grid) => gridView(grid, isMine(grid), fewerThan)),
  };
}

const labels: ReadonlyArray<readonly [keyof Numbers, label: string, unit: string]> = [
  ["households", "户数", "户"],
  ["residents", "人口", "人"],
  ["members", "党员", "名"],
  ["representatives", "村民代表", "名"],
  ["enterprises", "企业", "家"],
  ["newResidents", "新居民", "人"],
];

const sourceTexts: Readonly<Record<Grid["source"], string>> = {
  counted: "",
  entered: "户数、人口等是村里填报的",
  none: "户数、人口等还没有登记",
};

function gridView(grid: Grid, isMine: boolean, fewerThan: number): GridView {
  const { id, ordinal, name, hamlets, leader, staff, numbers, source, points, posts } = grid;
  // Before anybody has written anything down, a nought would be a lie.
  const known = source === "none" ? labels.filter(([key]) => key === "members") : labels;
  const person = (role: string) => (one: Grid["staff"][number]) => ({
    ...{ role, name: one.name, phone: one.dutyPhone },
  });
  return {
    ...{ id, name, isMine, color: lookOf(ordinal).color, hamlets: hamlets.join("、") },
    people: [...(leader ? [leader] : []).map(person("组长")), ...staff.map(person("网格员"))],
    numbers: known.map(([key, label, unit]) => {
      const value = numbers[key];
      const [text, said] =
        value === null ? [`<${fewerThan}`, `不到${fewerThan}`] : [String(value), String(value)];
      return { label, text, spoken: `${label}${said}${unit}` };
    }),
    entered: sourceTexts[source],
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

/** What comes when a grid is opened: who holds its posts, and the last stories about its people. */
export type Detail =
  | Loading
  | Failed
  | Readonly<{
      kind: "ready";
      holders: ReadonlyArray<Readonly<{ title: string; names: string }>>;
      stories: ReadonlyArray<Readonly<{ id: string; title: string; day: string }>>;
    }>;

export const toDetail = ({ posts, stories }: Api["getGrid"]["output"]): Detail => ({
  kind: "ready",
  holders: posts.map(({ title, holders }) => ({ title, names: holders.join("、") })),
  stories: stories.map(({ id, title, publishedOn }) => ({
    ...{ id, title, day: dayText(publishedOn) },
  })),
});
