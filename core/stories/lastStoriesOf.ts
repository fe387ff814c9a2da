import type { Database } from "../kernel/database.ts";
import { type Instant, type LocalDate, localDate } from "../kernel/time.ts";
import { publishedStories } from "./story.ts";

/** The newest of a grid that are told of. */
const eachMost = 3;

/** How far back is looked; a grid whose last story is older has none to tell of. */
const lookedAtMost = 100;

export type LastStory = Readonly<{ id: string; title: string; publishedOn: LocalDate }>;

/** The newest stories about people of each grid, by the grid's id; in one request. */
export async function lastStoriesOf(
  db: Database,
  villageId: string,
): Promise<ReadonlyMap<string, readonly LastStory[]>> {
  const found = await db.findFields(
    publishedStories,
    {
      where: { villageId, status: "published" },
      orderBy: [["publishedAt", "desc"]],
      limit: lookedAtMost,
    },
    ["title", "gridId", "publishedAt"],
  );
  return byGrid(found);
}

type Published = Readonly<{ id: string; title: string; gridId: string; publishedAt: Instant }>;

function byGrid(found: readonly Published[]): ReadonlyMap<string, readonly LastStory[]> {
  const last = new Map<string, LastStory[]>();
  for (const { id, title, gridId, publishedAt } of found) {
    const those = last.get(gridId) ?? [];
    if (gridId === "" || those.length === eachMost) continue;
    last.set(gridId, [...those, { id, title, publishedOn: localDate(publishedAt) }]);
  }
  return last;
}
