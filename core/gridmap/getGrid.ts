import { operation } from "../kernel/operation.ts";
import { claims } from "../posts/claim.ts";
import { lastStoriesOf } from "../stories/lastStoriesOf.ts";
import { shownName, villageById } from "../villages/village.ts";
import { GetGridInput, GetGridOutput } from "./contract.ts";

/** More names than anybody reads on a screen. */
const holdersMost = 300;

/** Who holds the posts of one grid this year, and the last stories about its people: asked for when somebody opens it. */
export const getGrid = operation({
  name: "getGrid",
  who: "anyone",
  input: GetGridInput,
  output: GetGridOutput,
  async run({ caller, input, db }) {
    const villageId = caller.id ? caller.villageId : input.villageId;
    const { openYear: year, settings } = await villageById(db, villageId);
    const [found, stories] = await Promise.all([
      db.findFields(
        claims,
        {
          where: { villageId, gridId: input.gridId, year, status: "confirmed" },
          orderBy: [["claimedAt", "asc"]],
          limit: holdersMost,
        },
        ["postTitle", "memberName"],
      ),
      lastStoriesOf(db, villageId),
    ]);
    const titles = [...new Set(found.map(({ postTitle }) => postTitle))];
    return {
      posts: titles.map((title) => ({
        title,
        holders: found
          .filter(({ postTitle }) => postTitle === title)
          .map(({ memberName }) => shownName(memberName, settings.boardNames)),
      })),
      stories: [...(stories.get(input.gridId) ?? [])],
    };
  },
});
