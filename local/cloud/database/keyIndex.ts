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
  /** Whether some document has several keys. */
  isMultikey(): boolean;
  /**
   * What a change of a document means here; undefined is no document.
   * @throws CloudError when the index cannot hold the new one
   */
  moveOf(before: Document | undefined, after: Document | undefined): KeyMove;
  move(row: Row, move: KeyMove): void;
  /** Documents with keys in the range, in the order of the index or backward. */
  range(range: KeyRange, backward?: boolean): Iterable<Row>;
  /** A document that has the key, if any. */
  holder(key: string): Row | undefined;
}>;

/**
 * The keys that a document leaves and takes.
 * @property multikey 1 when it now has several keys and had not, -1 the other way round
 */
export type KeyMove = Readonly<{
  lost: readonly string[];
  gained: readonly string[];
  multikey: number;
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
  const keysOf = (document: Document) => keysIn(declared.name, fields, document);
  let multikeyed = 0;
  const initial: Entry[] = [];
  for (const row of rows) {
    const keys = keysOf(row.document);
    if (keys.length > 1) multikeyed++;
    for (const key of keys) initial.push({ key, row });
  }
  const entries = sortedEntries(initial);
  if (declared.unique) refuseTwins(declared.name, collection, initial);
  return {
    name: declared.name,
    unique: declared.unique,
    fields,
    isMultikey: () => multikeyed > 0,
    moveOf(before, after) {
      const old = before ? keysOf(before) : [];
      const now = after ? keysOf(after) : [];
      return {
        lost: old.filter((key) => !now.includes(key)),
        gained: now.filter((key) => !old.includes(key)),
        multikey: Number(now.length > 1) - Number(old.length > 1),
      };
    },
    move(row, { lost, gained, multikey }) {
      multikeyed += multikey;
      for (const key of lost) entries.remove({ key, row });
      for (const key of gained) entries.insert({ key, row });
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
      `The unique index ${index} of ${collection} cannot be built: the documents ${ids} ` +
        "are equal in it.",
    );
  }
}

/** The keys of a document; several when one of the fields is an array. */
function keysIn(name: string, fields: readonly OrderedPath[], document: Document): string[] {
  const parts = fields.map((field) => keysAt(document, field));
  const [several, another] = parts.filter((keys) => keys.length > 1);
  if (!several) return [parts.join("")];
  if (another) {
    refuseRequest(`The index ${name} cannot hold a document with arrays in two of its fields`);
  }
  return several.map((key) => parts.map((part) => (part === several ? key : part[0])).join(""));
}
