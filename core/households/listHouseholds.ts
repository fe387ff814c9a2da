import type * as z from "zod";
import { type Grid, gridsOf } from "../grids/grid.ts";
import type { Condition, Database, Query, Where } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { type LocalDate, localDate } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { ListHouseholdsInput, ListHouseholdsOutput } from "./contract.ts";
import { searched, tagWord } from "./found.ts";
import { type Household, households } from "./household.ts";
import { gridAsked, isOver, narrowed } from "./may.ts";
import { numbersOf, sumOver } from "./numbers.ts";
import { isNew } from "./resident.ts";

/** The households of a grid, and its numbers: the same few requests however many people live in the village. */
export const listHouseholds = operation({
  name: "listHouseholds",
  who: ["gridStaff", "committee"],
  input: ListHouseholdsInput,
  output: ListHouseholdsOutput,
  async run({ caller, input: { hamlet, gridId, skip, ...sought }, at, db }) {
    const { villageId } = caller;
    const grids = await gridsOf(db, villageId);
    const grid = gridAsked(caller, grids, gridId);
    const today = localDate(at);
    const where = whereOf({ villageId, hamlets: narrowed(grid, hamlet), today }, sought);
    const [found, numbers] = await Promise.all([
      db.find(households, { where, orderBy: orderOf(sought), skip, limit: pageLimit }),
      gridNumbers(db, villageId, grid),
    ]);
    const { rows, more } = cutPage(found);
    return {
      ...{ gridId: grid.id, grid: grid.name, hamlets: [...grid.hamlets], numbers, today, more },
      grids: grids.filter(({ id }) => isOver(caller, id)),
      rows: rows.map(rowOf),
    };
  },
});

type Sought = Pick<z.output<typeof ListHouseholdsInput>, "search" | "only">;

type Scope = Readonly<{ villageId: string; hamlets: readonly string[]; today: LocalDate }>;

/** An index holds one list of words, so that a tag is looked for among them only when nothing is typed. */
function whereOf(scope: Scope, { search, only }: Sought): Where {
  const { hamlets, word } = searched(search, scope.hamlets);
  const found: Record<string, Condition> = {};
  if (word !== "") found.words = { contains: word };
  if (only === "unvisited") {
    found.visitedOn = { atMost: `${Number(scope.today.slice(0, 4)) - 1}-12-31` };
  } else if (only && word !== "") {
    found.tags = { contains: only };
  } else if (only) {
    found.words = { contains: tagWord(only) };
  }
  return { villageId: scope.villageId, ended: "", hamlet: { in: hamlets }, ...found };
}

function orderOf({ only }: Sought): NonNullable<Query["orderBy"]> {
  const place = [
    ["hamlet", "asc"],
    ["doorOrder", "asc"],
  ] as const;
  if (only === "unvisited") return [["visitedOn", "asc"], ...place];
  const lastVisited = [["visitedOn", "desc"], ...place] as const;
  return only === "needs" ? [["openNeeds", "desc"], ...lastVisited] : lastVisited;
}

async function gridNumbers(db: Database, villageId: string, { id, hamlets }: Grid) {
  const [all, count] = await Promise.all([
    numbersOf(db, villageId),
    db.count(members, { gridId: id }),
  ]);
  return { ...sumOver(all.filter(({ hamlet }) => hamlets.includes(hamlet))), members: count };
}

const rowOf = ({ id, people, ...household }: Household) => ({
  ...household,
  householdId: id,
  people: people.length,
  floating: people.filter(({ kind }) => kind === "floating").length,
  newResidents: people.filter(isNew).length,
  representatives: people.filter(({ isRepresentative }) => isRepresentative).length,
});
