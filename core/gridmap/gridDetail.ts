import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import { claims } from "../posts/claim.ts";
import { lastStoriesOf } from "../stories/lastStoriesOf.ts";
import { shownName, type Village } from "../villages/village.ts";
import type { GridDetailShape } from "./contract.ts";

/** More names than anybody reads on a screen. */
const holdersMost = 300;

/** Who holds the posts of one grid this year, and the last stories about its people; two requests. */
export async function gridDetail(
  db: Database,
  { id: villageId, openYear: year, settings }: Village,
  gridId: string,
): Promise<z.input<typeof GridDetailShape>> {
  const [found, stories] = await Promise.all([
    db.findFields(
      claims,
      {
        where: { villageId, gridId, year, status: "confirmed" },
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
    stories: [...(stories.get(gridId) ?? [])],
  };
}
