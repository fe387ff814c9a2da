import { gridsOf } from "../grids/grid.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { enterprises } from "./enterprise.ts";
import { ListEnterprisesInput, ListEnterprisesOutput } from "./enterpriseContract.ts";
import { gridAsked, isOver, narrowed } from "./may.ts";

/** The enterprises of a grid, by hamlet and name. */
export const listEnterprises = operation({
  name: "listEnterprises",
  who: ["gridStaff", "committee"],
  input: ListEnterprisesInput,
  output: ListEnterprisesOutput,
  async run({ caller, input: { hamlet, gridId, skip }, db }) {
    const { villageId } = caller;
    const grids = await gridsOf(db, villageId);
    const grid = gridAsked(caller, grids, gridId);
    const found = await db.find(enterprises, {
      where: { villageId, ended: "", hamlet: { in: narrowed(grid, hamlet) } },
      orderBy: [
        ["hamlet", "asc"],
        ["name", "asc"],
      ],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return {
      ...{ gridId: grid.id, grid: grid.name, hamlets: [...grid.hamlets], more },
      grids: grids.filter(({ id }) => isOver(caller, id)),
      rows: rows.map(({ id, ...enterprise }) => ({ enterpriseId: id, ...enterprise })),
    };
  },
});
