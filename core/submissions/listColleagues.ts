import { branchesOf } from "../branches/branch.ts";
import { operation } from "../kernel/operation.ts";
import { members } from "../members/member.ts";
import { ListColleaguesInput, ListColleaguesOutput } from "./contract.ts";

/** How many members of one branch or grid are listed: more than any has. */
const colleaguesMost = 500;

/** The members of one's own branch or grid, to name who took part or to write for one of them. */
export const listColleagues = operation({
  name: "listColleagues",
  who: ["member"],
  input: ListColleaguesInput,
  output: ListColleaguesOutput,
  async run({ caller, input, db }) {
    const { villageId, branchId, gridId } = caller;
    const [found, branches] = await Promise.all([
      db.find(members, {
        where: { villageId, ...(input.of === "grid" ? { gridId } : { branchId }) },
        orderBy: [["ordinal", "asc"]],
        limit: colleaguesMost,
      }),
      branchesOf(db, villageId),
    ]);
    return {
      rows: found
        .filter(({ id }) => id !== caller.id)
        .map(({ id, name, branchId: of }) => ({
          memberId: id,
          name,
          branch: branches.find((branch) => branch.id === of)?.name ?? "",
        })),
    };
  },
});
