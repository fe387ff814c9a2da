import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { checksOf } from "../media/mediaCheck.ts";
import { ListStoriesToDecideInput, ListStoriesToDecideOutput } from "./contract.ts";
import { ownRow } from "./row.ts";
import { stories } from "./story.ts";

/** What waits for the committee, the longest waiting first; also what another of them has to decide. */
export const listStoriesToDecide = operation({
  name: "listStoriesToDecide",
  who: ["committee"],
  input: ListStoriesToDecideInput,
  output: ListStoriesToDecideOutput,
  async run({ caller, input: { skip }, at, db }) {
    const found = await db.find(stories, {
      where: { villageId: caller.villageId, status: "handedIn" },
      orderBy: [["handedInAt", "asc"]],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    const ids = rows.map(({ id }) => id);
    const checks = await checksOf(db, ids);
    return { rows: rows.map((story) => ownRow(story, caller, checks, at)), more };
  },
});
