import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { type LocalDate, localDate } from "../kernel/time.ts";
import { type Village, villageById } from "../villages/village.ts";
import { ListPublicationsInput, ListPublicationsOutput } from "./contract.ts";
import { duePeriods } from "./period.ts";
import {
  isOpen,
  isPublished,
  type Published,
  publications,
  publicationsOf,
} from "./publication.ts";

/** What has been published, the newest first; for the committee also what can be published today. */
export const listPublications = operation({
  name: "listPublications",
  who: "anyone",
  input: ListPublicationsInput,
  output: ListPublicationsOutput,
  async run({ caller, input: { villageId, skip }, at, db }) {
    const today = localDate(at);
    const village = await villageById(db, villageId);
    const publishes =
      caller.id !== undefined &&
      caller.villageId === villageId &&
      caller.roles.includes("committee");
    const [found, due] = await Promise.all([
      db.find(publications, {
        where: { villageId, status: "published" },
        orderBy: [["publishedAt", "desc"]],
        skip,
        limit: pageLimit,
      }),
      publishes ? dueIn(db, village, today) : undefined,
    ]);
    const { rows, more } = cutPage(found);
    return {
      today,
      rows: rows.filter(isPublished).map((one) => headingOf(one, today)),
      more,
      ...(due ? { due } : {}),
    };
  },
});

/** In the open year and the one before: older ones are history that nobody waits for. */
async function dueIn(db: Database, { id, years, yearStart }: Village, today: LocalDate) {
  const recent = years.slice(0, 2);
  const known = await publicationsOf(db, id, recent);
  return [...recent].reverse().flatMap((year) => {
    const ofYear = known.filter((one) => one.year === year);
    return duePeriods(year, ofYear.filter(isPublished), today, yearStart).map((period) => ({
      ...{ year, part: period.part, title: period.title, until: period.until },
      begun: ofYear.some(({ part }) => part === period.part),
    }));
  });
}

type Heading = z.input<typeof ListPublicationsOutput>["rows"][number];

/** What a publication says of itself before its rows. */
export function headingOf(publication: Published, today: LocalDate): Heading {
  const { id, title, from, until, publishedOn, objectionsUntil, members, points } = publication;
  const status = isOpen(publication, today) ? "open" : "final";
  return { ...{ id, title, from, until, status, publishedOn }, objectionsUntil, members, points };
}
