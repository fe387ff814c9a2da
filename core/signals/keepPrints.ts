import type { Database } from "../kernel/database.ts";
import type { PhotoPrints } from "../kernel/ports.ts";
import type { Instant } from "../kernel/time.ts";
import { photosMost } from "../submissions/contract.ts";
import { bandsOf, type PhotoPrint, photoPrintId, photoPrints } from "./photoPrint.ts";

/** Of a submission, as much as its photos need. */
export type Photographed = Readonly<{
  id: string;
  villageId: string;
  photos: readonly string[];
}>;

/** The ports that signals about photos need. */
export type Needs = Readonly<{ db: Database; photoPrints: PhotoPrints }>;

/**
 * Makes the prints that are missing; each takes the download of a photo and about half a second. One
 * after the other, because decoding takes memory, and each is kept at once: a call that runs out of time
 * leaves less to the next.
 * @returns the prints of the submission's photos, without those that cannot be read
 */
export async function keepPrints(
  needs: Needs,
  submission: Photographed,
  at: Instant,
): Promise<PhotoPrint[]> {
  const fileIds = [...new Set(submission.photos)].slice(0, photosMost);
  if (fileIds.length === 0) return [];
  const kept = await needs.db.find(photoPrints, {
    where: { id: { in: fileIds.map(photoPrintId) } },
    limit: photosMost,
  });
  const made: PhotoPrint[] = [];
  for (const fileId of fileIds) {
    if (kept.some((print) => print.fileId === fileId)) continue;
    const print = await needs.photoPrints.of(fileId);
    if (print === undefined) continue;
    const doc = printDoc(submission, fileId, print, at);
    await needs.db.insertNew(photoPrints, doc);
    made.push(doc);
  }
  return [...kept, ...made];
}

const printDoc = (
  { id, villageId }: Photographed,
  fileId: string,
  print: string,
  at: Instant,
): PhotoPrint => ({
  id: photoPrintId(fileId),
  villageId,
  fileId,
  submissionId: id,
  print,
  bands: bandsOf(print),
  at,
});
