import type { Database } from "../kernel/database.ts";
import type { ContentCheck, Files } from "../kernel/ports.ts";
import type { Instant } from "../kernel/time.ts";
import { checksOf, type MediaCheck, mediaChecks, pictureState } from "./mediaCheck.ts";

type Ports = Readonly<{ db: Database; files: Files; contentCheck: ContentCheck }>;

/**
 * Has WeChat look at the pictures of a story or a submission that it has not looked at yet. Called after
 * the thing itself is safe; when WeChat cannot be asked, nothing is lost: the picture stays unseen, and
 * sending the thing again asks again.
 * @param of the id of the story or the submission
 * @param openid of the caller, who was active just now, as WeChat demands
 */
export async function askChecks(
  { db, files, contentCheck }: Ports,
  { of, fileIds }: Readonly<{ of: string; fileIds: readonly string[] }>,
  openid: string,
  at: Instant,
): Promise<void> {
  if (fileIds.length === 0) return;
  const known = await checksOf(db, [of]);
  const due = fileIds.filter((fileId) => pictureState(known, fileId, at) === "unasked");
  const addresses = await files.addresses(due);
  await Promise.all(
    due.map(async (fileId, index) => {
      const traceId = await contentCheck.picture(openid, addresses[index] ?? "");
      if (traceId) await note(db, { id: traceId, of, fileId, state: "waiting", askedAt: at });
    }),
  );
}

/** The verdict may have come before the check could be noted: then it only lacks the file. */
async function note(db: Database, check: MediaCheck): Promise<void> {
  if (await db.insertNew(mediaChecks, check)) return;
  const { id, of, fileId } = check;
  await db.assign(mediaChecks, { where: { id }, fields: { of, fileId } });
}
