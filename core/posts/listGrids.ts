import { ListGridsInput, ListGridsOutput } from "../grids/contract.ts";
import { gridsOf } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { accounts } from "../ledger/account.ts";
import { villageById } from "../villages/village.ts";
import { postsOf, takenBy, takenIn } from "./post.ts";

/** The grids as any villager sees them: land, members, points and posts. */
export const listGrids = operation({
  name: "listGrids",
  who: "anyone",
  input: ListGridsInput,
  output: ListGridsOutput,
  async run({ input: { villageId }, db }) {
    const village = await villageById(db, villageId);
    const year = village.openYear;
    const [grids, posts, taken, totals] = await Promise.all([
      gridsOf(db, villageId),
      postsOf(db, villageId),
      takenIn(db, villageId, year),
      db.totals(accounts, { where: { villageId, year }, by: ["gridId"], sum: "balance" }),
    ]);
    return {
      village: { name: village.name, town: village.town },
      grids: grids.map(({ id, name, hamlets }) => {
        const sum = totals.find((total) => total.gridId === id);
        return {
          ...{ id, name, hamlets: [...hamlets] },
          members: sum?.count ?? 0,
          points: sum?.total ?? 0,
          posts: posts.flatMap((post) =>
            post.places
              .filter(({ gridId }) => gridId === id)
              .map(({ places }) => ({
                title: post.title,
                places,
                taken: takenBy(taken, post.id, id),
              })),
          ),
        };
      }),
    };
  },
});
