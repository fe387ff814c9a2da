import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { checksOf } from "../media/mediaCheck.ts";
import { ListMyStoriesInput, ListMyStoriesOutput } from "./contract.ts";
import { ownRow } from "./row.ts";
import { stories } from "./story.ts";

/** What a member has written, and what others have handed in about them: there they can take it back. */
export const listMyStories = operation({
  name: "listMyStories",
  who: ["member"],
  input: ListMyStoriesInput,
  output: ListMyStoriesOutput,
  async run({ caller, input: { skip }, at, db }) {
    const found = await db.find(stories, {
      where: { involved: { contains: caller.id } },
      orderBy: [["savedAt", "desc"]],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    const waiting = rows.filter(({ status }) => status === "handedIn").map(({ id }) => id);
    const checks = await checksOf(db, waiting);
    return { rows: rows.map((story) => ownRow(story, caller, checks, at)), more };
  },
});
