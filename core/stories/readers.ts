import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { collection, type Database } from "../kernel/database.ts";
import { stories } from "./story.ts";

/** That somebody has read a story, without saying who: its id is a hash. */
type Reading = Readonly<{ id: string }>;

const readings = collection<Reading>("readings");

/** Counts a reader once; whatever goes wrong with it keeps nobody from reading. */
export async function countReader(db: Database, storyId: string, openid: string): Promise<void> {
  if (openid === "") return;
  const id = bytesToHex(sha256(utf8ToBytes(`${storyId} ${openid}`)));
  try {
    if (!(await db.insertNew(readings, { id }))) return;
    await db.increase(stories, {
      where: { id: storyId, status: "published" },
      field: "readers",
      by: 1,
    });
  } catch {
    // One reader less in a number that decides nothing.
  }
}
