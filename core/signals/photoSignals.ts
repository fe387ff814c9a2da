import type { Instant } from "../kernel/time.ts";
import { keepPrints, type Needs, type Photographed } from "./keepPrints.ts";
import { distance, nearMost, type PhotoPrint, photoPrints } from "./photoPrint.ts";

/** A photo of this submission that looks like one of another; for the reviewer only, and no verdict. */
export type PhotoSignal = Readonly<{
  fileId: string;
  /** The other one. */
  like: Pick<PhotoPrint, "submissionId" | "fileId">;
  /** No bit differs: most likely the very same photo. */
  same: boolean;
}>;

/** Prints that a look compares with, the newest: of 10,000 photos chance brings a few dozen for each. */
const candidatesMost = 200;

/**
 * Which photos of a submission look like photos of the village's other submissions, whoever's they are.
 * Two requests when the prints are kept already, however many photos there are.
 * @param at when the submission came in; kept with prints that are made now
 * @returns the nearest first, and of those equally near the newest
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
    .map(({ fileId, other, apart }) => ({ fileId, like: likeOf(other), same: apart === 0 }));
}

const likeOf = ({ submissionId, fileId }: PhotoPrint): PhotoSignal["like"] => ({
  submissionId,
  fileId,
});
