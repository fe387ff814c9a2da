import type * as z from "zod";
import { everyGridOf, type Grid, isCurrent } from "../grids/grid.ts";
import { shownNumbers } from "../grids/shownNumbers.ts";
import { numbersOf, sumOver } from "../households/numbers.ts";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { localDate } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { GetLandInput, GetLandOutput } from "./contract.ts";
import { type LastRecount, lastRecounts } from "./lastRecount.ts";
import { regroupings } from "./regrouping.ts";

/** The village's land as its committee works on it, in one call. */
export const getLand = operation({
  name: "getLand",
  who: ["committee"],
  input: GetLandInput,
  output: GetLandOutput,
  async run({ caller: { villageId }, db }) {
    const [every, hamlets, inGrids, past, recount] = await Promise.all([
      everyGridOf(db, villageId),
      numbersOf(db, villageId),
      db.totals(members, { where: { villageId }, by: ["gridId"], sum: "ordinal" }),
      lastRegroupings(db, villageId),
      db.get(lastRecounts, villageId),
    ]);
    return {
      grids: every.filter(isCurrent).map((grid) => {
        const here = hamlets.filter(({ hamlet }) => grid.hamlets.includes(hamlet));
        const { numbers, source } = shownNumbers(grid, sumOver(here));
        const { id, ordinal, name } = grid;
        return {
          ...{ id, ordinal, name, hamlets: [...grid.hamlets], numbers, source },
          members: inGrids.find(({ gridId }) => gridId === id)?.count ?? 0,
          ...enteredBy(grid),
        };
      }),
      nextOrdinal: Math.max(...every.map(({ ordinal }) => ordinal)) + 1,
      regroupings: past.map(({ kind, fromName, intoName, hamlets: some, byName, at }) => ({
        ...{ kind, from: fromName, into: intoName, hamlets: [...some] },
        ...{ by: byName, on: localDate(at) },
      })),
      ...(recount ? { recount: recountShape(recount) } : {}),
    };
  },
});

/** The last twenty are shown. */
const shownMost = 20;

const lastRegroupings = (db: Database, villageId: string) =>
  db.find(regroupings, { where: { villageId }, orderBy: [["at", "desc"]], limit: shownMost });

const enteredBy = ({ entered }: Grid) =>
  entered ? { enteredBy: entered.byName, enteredOn: localDate(entered.at) } : {};

type Recount = NonNullable<z.output<typeof GetLandOutput>["recount"]>;

const recountShape = ({ at, total, differences }: LastRecount): Recount => ({
  on: localDate(at),
  total,
  differences: differences.map(({ hamlet, number, kept, counted, mended }) => ({
    ...{ hamlet, number, kept, counted, mended },
  })),
});
