import type { Database } from "../kernel/database.ts";
import { publishedStories } from "./story.ts";

/** The title of the village's newest story; undefined where there is none. */
export async function newestTitle(db: Database, villageId: string): Promise<string | undefined> {
  const [newest] = await db.findFields(
    publishedStories,
    { where: { villageId, status: "published" }, orderBy: [["publishedAt", "desc"]], limit: 1 },
    ["title"],
  );
  return newest?.title;
}
