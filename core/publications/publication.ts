import type { Part, Period } from "../board/period.ts";
import type { Database } from "../kernel/database.ts";
import { collection } from "../kernel/database.ts";
import type { Points } from "../kernel/points.ts";
import { addDays, type Instant, type LocalDate, localDate } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import type { Settings, Village } from "../villages/village.ts";
import type { ListedRow } from "./list.ts";
import { rootOf } from "./merkle.ts";

type Common = Readonly<{
  /** "<village>-2014", "<village>-2014-q1", "<village>-2014-m03" */
  id: string;
  villageId: string;
  year: number;
  part: Part;
  title: string;
  from: LocalDate;
  until: LocalDate;
  /** How names stand in the list, and whether it ranks: as the village had it when it was begun. */
  names: Settings["boardNames"];
  ranked: boolean;
  begunBy: Signature;
  begunAt: Instant;
}>;

/** How many members reached a band; a band nobody reached is left out. */
export type BandCount = Readonly<{ title: string; members: number }>;

/**
 * 公示: the list of a period, frozen with its date and open to objections. It is final when the day
 * `objectionsUntil` is over; nothing has to be done for that.
 */
export type Publication = Common &
  (
    | Readonly<{ status: "gathering" }>
    | Readonly<{
        status: "published";
        publishedOn: LocalDate;
        publishedAt: Instant;
        /** The last day on which an objection may be raised. */
        objectionsUntil: LocalDate;
        /** The Merkle root over the rows: it stands for the whole list, and goes on the wall. */
        root: string;
        members: number;
        points: Points;
        bands: readonly BandCount[];
      }>
  );

export type Published = Extract<Publication, { status: "published" }>;

export const publications = collection<Publication>("publications");

/** What the root of a publication is made of; apart from it, as no screen needs it. */
export type PublicationTree = Readonly<{
  /** The publication's. */
  id: string;
  /** Whose accounts are in the list, in its order: decided once, when it is begun. */
  accountIds: readonly string[];
  /** The hash of each row; empty until the list is complete. */
  leaves: readonly string[];
}>;

export const publicationTrees = collection<PublicationTree>("publicationTrees");

export const publicationId = (villageId: string, { year, part }: Pick<Period, "year" | "part">) =>
  part === "year" ? `${villageId}-${year}` : `${villageId}-${year}-${part}`;

export const begun = (
  village: Village,
  { year, part, title, from, until }: Period,
  begunBy: Signature,
  begunAt: Instant,
): Publication => ({
  id: publicationId(village.id, { year, part }),
  villageId: village.id,
  ...{ year, part, title, from, until },
  names: village.settings.boardNames,
  ranked: village.settings.boardRanked,
  begunBy,
  begunAt,
  status: "gathering",
});

/** @param leaves of the rows, in order */
export const published = (
  publication: Publication,
  rows: readonly ListedRow[],
  leaves: readonly string[],
  { objectionDays, at }: Readonly<{ objectionDays: number; at: Instant }>,
): Published => ({
  ...publication,
  status: "published",
  publishedOn: localDate(at),
  publishedAt: at,
  objectionsUntil: addDays(localDate(at), objectionDays),
  root: rootOf(leaves),
  members: rows.length,
  points: rows.reduce((sum, { points }) => sum + points, 0),
  bands: countBands(rows),
});

/** The bands in the order in which the list, the best first, meets them. */
function countBands(rows: readonly ListedRow[]): BandCount[] {
  const counts = new Map<string, number>();
  for (const { band } of [...rows].sort((one, other) => other.score - one.score)) {
    if (band) counts.set(band, (counts.get(band) ?? 0) + 1);
  }
  return [...counts].map(([title, members]) => ({ title, members }));
}

/** Whether an objection may be raised that day. */
export const isOpen = ({ objectionsUntil }: Published, today: LocalDate): boolean =>
  today <= objectionsUntil;

export const isPublished = (publication: Publication): publication is Published =>
  publication.status === "published";

/** At most: a year, four quarters and twelve months. */
const perYear = 17;

/** All of some years, begun or published, the earliest end first. */
export const publicationsOf = (
  db: Database,
  villageId: string,
  years: readonly number[],
): Promise<Publication[]> =>
  db.find(publications, {
    where: { villageId, year: { in: years } },
    orderBy: [["until", "asc"]],
    limit: perYear * years.length,
  });
