import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit, pageSize } from "../kernel/paging.ts";
import { ListMySubmissionsInput, ListMySubmissionsOutput } from "./contract.ts";
import { rowOf } from "./row.ts";
import { submissions } from "./submission.ts";

/**
 * One's own, what one wrote down for others, and what one is said to have taken part in. Above the first
 * page stands what one is still to answer, however old it is.
 */
export const listMySubmissions = operation({
  name: "listMySubmissions",
  who: ["member"],
  input: ListMySubmissionsInput,
  output: ListMySubmissionsOutput,
  async run({ caller, input, db }) {
    const me = { contains: caller.id };
    const [found, asked] = await Promise.all([
      db.find(submissions, {
        where: { involved: me },
        orderBy: [["submittedAt", "desc"]],
        skip: input.skip,
        limit: pageLimit,
      }),
      input.skip === 0 ? db.find(submissions, { where: { asked: me }, limit: pageSize }) : [],
    ]);
    const { rows, more } = cutPage(found);
    return {
      asked: asked.map((row) => rowOf(row, caller)),
      rows: rows.map((row) => rowOf(row, caller)),
      more,
    };
  },
});
