import type { DeclaredIndex } from "./declaration.ts";
import { afterAll } from "./order.ts";
import { keysAt, type OrderedPath } from "./path.ts";
import { refuseRequest } from "./refusal.ts";
import { type Entry, type KeyRange, type Row, sortedEntries } from "./sortedEntries.ts";
import type { Document } from "./value.ts";

/** An index in memory: the documents' keys (see `encode`) in order. */
export type KeyIndex = Readonly<{
  name: string;
  unique: boolean;
  fields: readonly OrderedPath[];
  /** Whether some document has had several keys, because of an array. It stays so, as in MongoDB. */
  isMultikey(): boolean;
  /** The keys of a document; several when one of the fields is an array. */
  keysOf(document: Document): string[];
  add(row: Row, keys: readonly string[]): void;
  remove(row: Row, keys: readonly string[]): void;
  /** Documents with keys in the range, in the order of the index or backward. */
  range(range: KeyRange, backward?: boolean): Iterable<Row>;
  /** A document that has the key, if any. */
  holder(key: string): Row | undefined;
}>;

/** @throws Error when it is unique and two documents of the collection have a key in common */
export function buildIndex(
  declared: DeclaredIndex,
  collection: string,
  rows: Iterable<Row>,
): KeyIndex {
  const fields = declared.fields.map(({ name, direction }): OrderedPath => {
    return { path: name.split("."), direction: direction === "asc" ? 1 : -1 };
  });
  let multikey = false;
  const keysOf = (document: Document) => keysIn(declared.name, fields, document);
  const initial: Entry[] = [];
  for (const row of rows) {
    const keys = keysOf(row.document);
    if (keys.length > 1) multikey = true;
    for (const key of keys) initial.push({ key, row });
  }
  const entries = sortedEntries(initial);
  if (declared.unique) refuseTwins(declared.name, collection, initial);
  return {
    name: declared.name,
    unique: declared.unique,
    fields,
    isMultikey: () => multikey,
    keysOf,
    add(row, keys) {
      if (keys.length > 1) multikey = true;
      for (const key of keys) entries.insert({ key, row });
    },
    remove(row, keys) {
      for (const key of keys) entries.remove({ key, row });
    },
    range: (range, backward) => entries.range(range, backward),
    holder(key) {
      for (const row of entries.range({ from: key, to: key + afterAll })) return row;
      return undefined;
    },
  };
}

/** @param entries in their order */
function refuseTwins(index: string, collection: string, entries: readonly Entry[]): void {
  for (const [at, { key, row }] of entries.entries()) {
    const before = entries[at - 1];
    if (before?.key !== key) continue;
    const ids = [before.row, row].map(({ document }) => JSON.stringify(document._id)).join(" and ");
    throw new Error(
      `The unique index ${index} of ${collection} cannot be built: the documents ${ids} are equal in it.`,
    );
  }
}

function keysIn(name: string, fields: readonly OrderedPath[], document: Document): string[] {
  let keys = [""];
  for (const field of fields) {
    const more = keysAt(document, field);
    if (keys.length > 1 && more.length > 1) {
      refuseRequest(`The index ${name} cannot hold a document with arrays in two of its fields`);
    }
    keys = keys.flatMap((key) => more.map((next) => key + next));
  }
  return keys;
}
