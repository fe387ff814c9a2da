import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { ListDecisionsInput, ListDecisionsOutput } from "./contract.ts";
import { decisions } from "./decision.ts";
import { rowOf } from "./row.ts";

/** What the committee has proposed: the open ones first, then all others, the newest first. */
export const listDecisions = operation({
  name: "listDecisions",
  who: ["committee"],
  input: ListDecisionsInput,
  output: ListDecisionsOutput,
  async run({ caller, input: { skip }, db }) {
    const found = await db.find(decisions, {
      where: { villageId: caller.villageId },
      orderBy: [
        ["open", "desc"],
        ["proposedAt", "desc"],
      ],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    return { rows: rows.map((row) => rowOf(row, caller)), more };
  },
});
