import type { Collection, Database, Doc, Query } from "./database.ts";

/** What CloudBase sends at once. */
const batch = 1000;

type Ordered = Required<Pick<Query, "where" | "orderBy">>;

/** Every document that meets the conditions, however many requests it takes; never for a screen. */
export const findAll = <T extends Doc>(
  db: Database,
  from: Collection<T>,
  query: Ordered,
): Promise<T[]> => allOf(query, (page) => db.find(from, page));

/** The same with `id` and some fields. */
export const findAllFields = <T extends Doc, Field extends keyof T & string>(
  db: Database,
  from: Collection<T>,
  query: Ordered,
  fields: readonly Field[],
): Promise<Array<Pick<T, Field | "id">>> =>
  allOf(query, (page) => db.findFields(from, page, fields));

async function allOf<Row>(query: Ordered, read: (page: Query) => Promise<Row[]>): Promise<Row[]> {
  const all: Row[] = [];
  for (;;) {
    const more = await read({ ...query, skip: all.length, limit: batch });
    all.push(...more);
    if (more.length < batch) return all;
  }
}
