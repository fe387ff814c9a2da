import type * as z from "zod";
import { type Grid, gridsOf } from "../grids/grid.ts";
import { middleOf } from "../grids/middle.ts";
import { rounded } from "../grids/outline.ts";
import { type Drawn, outlineOf, shownOutlines } from "../grids/outlines.ts";
import { shownNumbers } from "../grids/shownNumbers.ts";
import { numbersOf, sumOver } from "../households/numbers.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { accounts } from "../ledger/account.ts";
import { members } from "../members/member.ts";
import { type Post, postsOf, type Taken, takenBy, takenIn } from "../posts/post.ts";
import { shownName, type Village, villageById } from "../villages/village.ts";
import { GetGridMapInput, GetGridMapOutput } from "./contract.ts";
import { gridDetail } from "./gridDetail.ts";
import { type GridPeople, peopleOf, type Responsible } from "./gridPeople.ts";
import { shownNumber } from "./shownNumber.ts";

type Shown = z.input<typeof GetGridMapOutput>["grids"][number];

/** 网格责任区分布图: the land, its people, numbers, posts and points, for everyone. */
export const getGridMap = operation({
  name: "getGridMap",
  who: "anyone",
  input: GetGridMapInput,
  output: GetGridMapOutput,
  async run({ caller, input, db }) {
    // A member sees the own village, whatever the link said that opened the app.
    const villageId = caller.id ? caller.villageId : input.villageId;
    const [village, grids] = await Promise.all([
      villageById(db, villageId),
      gridsOf(db, villageId),
    ]);
    const mine = caller.id && grids.find(({ id }) => id === caller.gridId);
    const open = grids.find(({ id }) => id === input.gridId) ?? (mine || grids[0]);
    const [known, detail] = await Promise.all([
      knownOf(db, village),
      open && gridDetail(db, village, open.id),
    ]);
    const { name, town, openYear: year, settings } = village;
    return {
      village: { name, town, year },
      ...(mine ? { myGridId: mine.id } : {}),
      fewerThan: settings.fewerThan,
      ...(open && detail ? { open: { gridId: open.id, ...detail } } : {}),
      grids: grids.map((grid) => shownGrid(grid, village, known)),
    };
  },
});

type Known = Awaited<ReturnType<typeof knownOf>>;

/** What is known of all grids of a village: one request each, however many grids. */
async function knownOf(db: Database, { id: villageId, openYear: year }: Village) {
  const [drawn, people, counted, registered, points, posts, taken] = await Promise.all([
    shownOutlines(db, villageId),
    peopleOf(db, villageId),
    numbersOf(db, villageId),
    db.totals(members, { where: { villageId }, by: ["gridId"], sum: "ordinal" }),
    db.totals(accounts, { where: { villageId, year }, by: ["gridId"], sum: "score" }),
    postsOf(db, villageId),
    takenIn(db, villageId, year),
  ]);
  return { drawn, people, counted, registered, points, posts, taken };
}

function shownGrid(grid: Grid, { settings }: Village, known: Known): Shown {
  const { id, ordinal, name, hamlets } = grid;
  const named = (one: Responsible) => ({
    name: shownName(one.name, settings.boardNames),
    dutyPhone: one.dutyPhone,
  });
  const { leader, staff = [] }: Partial<GridPeople> =
    known.people.find((people) => people.id === id) ?? {};
  return {
    ...{ id, ordinal, name, hamlets },
    ...landOf(known.drawn, id),
    ...(leader ? { leader: named(leader) } : {}),
    staff: staff.map(named),
    ...numbersIn(grid, known, settings.fewerThan),
    points: known.points.find(({ gridId }) => gridId === id)?.total ?? 0,
    posts: placesIn(id, known.posts, known.taken),
  };
}

function landOf(drawn: readonly Drawn[], gridId: string): Pick<Shown, "outline" | "middle"> {
  const outline = outlineOf(drawn, gridId);
  if (!outline) return {};
  const largest = [...outline].sort((one, other) => other.length - one.length)[0] ?? [];
  const [longitude, latitude] = middleOf(largest);
  return { outline, middle: [rounded(longitude), rounded(latitude)] };
}

function numbersIn(grid: Grid, { counted, registered }: Known, fewerThan: number) {
  const here = counted.filter(({ hamlet }) => grid.hamlets.includes(hamlet));
  const { numbers, source } = shownNumbers(grid, sumOver(here));
  const inGrid = registered.find(({ gridId }) => gridId === grid.id)?.count ?? 0;
  const shown = (value: number) => shownNumber(value, fewerThan);
  return {
    source: source === "counted" && here.length === 0 ? ("none" as const) : source,
    numbers: {
      households: shown(numbers.households),
      residents: shown(numbers.residents),
      members: shown(inGrid),
      representatives: shown(numbers.representatives),
      enterprises: shown(numbers.enterprises),
      newResidents: shown(numbers.newResidents),
    },
  };
}

const placesIn = (gridId: string, posts: readonly Post[], taken: readonly Taken[]) =>
  posts.flatMap(({ id, title, places }) =>
    places
      .filter((place) => place.gridId === gridId)
      .map((place) => ({ title, places: place.places, taken: takenBy(taken, id, gridId) })),
  );
