import type { Database } from "../kernel/database.ts";
import type { PhotoPrints } from "../kernel/ports.ts";
import type { Instant } from "../kernel/time.ts";
import { photosMost } from "../submissions/contract.ts";
import {
  bandsOf,
  distance,
  nearMost,
  type PhotoPrint,
  photoPrintId,
  photoPrints,
} from "./photoPrint.ts";

/** A photo of this submission that looks like one of another; for the reviewer only, and no verdict. */
export type PhotoSignal = Readonly<{
  fileId: string;
  /** The other one; `at` is when it came in. */
  like: Pick<PhotoPrint, "submissionId" | "memberId" | "fileId" | "at">;
  /** No bit differs: most likely the very same photo. */
  same: boolean;
}>;

/** Of a submission, as much as its photos need. */
type Photographed = Readonly<{
  id: string;
  villageId: string;
  memberId: string;
  photos: readonly string[];
}>;

type Needs = Readonly<{ db: Database; photoPrints: PhotoPrints }>;

/** More would be read by nobody. */
const signalsMost = 5;

/** Prints that a look compares with, the newest: of 10,000 photos chance brings a few dozen for each. */
const candidatesMost = 200;

/**
 * Which photos of a submission look like photos of the village's other submissions, whoever's they are.
 * Two requests when the prints are kept already, however many photos there are.
 * @param at when the submission came in; kept with prints that are made now
 * @returns at most 5, the nearest first, and of those equally near the newest
 */
export async function photoSignals(
  needs: Needs,
  submission: Photographed,
  at: Instant,
): Promise<PhotoSignal[]> {
  const own = (await keepPrints(needs, submission, at)).filter(({ bands }) => bands.length > 0);
  if (own.length === 0) return [];
  const others = await needs.db.find(photoPrints, {
    where: {
      villageId: submission.villageId,
      submissionId: { not: submission.id },
      bands: { in: [...new Set(own.flatMap(({ bands }) => bands))] },
    },
    orderBy: [["at", "desc"]],
    limit: candidatesMost,
  });
  return others
    .flatMap((other) =>
      own.map(({ fileId, print }) => ({ fileId, other, apart: distance(print, other.print) })),
    )
    .filter(({ apart }) => apart <= nearMost)
    .sort((one, other) => one.apart - other.apart)
    .slice(0, signalsMost)
    .map(({ fileId, other, apart }) => ({ fileId, like: likeOf(other), same: apart === 0 }));
}

const likeOf = ({ submissionId, memberId, fileId, at }: PhotoPrint): PhotoSignal["like"] => ({
  submissionId,
  memberId,
  fileId,
  at,
});

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
  { id, villageId, memberId }: Photographed,
  fileId: string,
  print: string,
  at: Instant,
): PhotoPrint => ({
  id: photoPrintId(fileId),
  villageId,
  fileId,
  submissionId: id,
  memberId,
  print,
  bands: bandsOf(print),
  at,
});
