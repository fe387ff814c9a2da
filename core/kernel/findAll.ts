import type { Collection, Database, Doc, Query } from "./database.ts";

/** What CloudBase sends at once. */
const batch = 1000;

/** Every document that meets the conditions, however many requests it takes; never for a screen. */
export async function findAll<T extends Doc>(
  db: Database,
  from: Collection<T>,
  query: Required<Pick<Query, "where" | "orderBy">>,
): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const more = await db.find(from, { ...query, skip: all.length, limit: batch });
    all.push(...more);
    if (more.length < batch) return all;
  }
}
