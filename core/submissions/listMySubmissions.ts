import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { ListMySubmissionsInput, ListMySubmissionsOutput } from "./contract.ts";
import { rowOf } from "./row.ts";
import { submissions } from "./submission.ts";

/** One's own, what one wrote down for others, and what one is said to have taken part in. */
export const listMySubmissions = operation({
  name: "listMySubmissions",
  who: ["member"],
  input: ListMySubmissionsInput,
  output: ListMySubmissionsOutput,
  async run({ caller, input, db }) {
    const found = await db.find(submissions, {
      where: { involved: { contains: caller.id } },
      orderBy: [["submittedAt", "desc"]],
      skip: input.skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return { rows: rows.map((row) => rowOf(row, caller)), more };
  },
});
