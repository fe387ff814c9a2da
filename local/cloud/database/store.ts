import type { Declaration, DeclaredIndex } from "./declaration.ts";
import { type Disk, openDisk } from "./disk.ts";
import { decodeFields, encodeJson } from "./ejson.ts";
import { buildIndex, type KeyIndex, type KeyMove } from "./keyIndex.ts";
import { encode } from "./order.ts";
import type { Row } from "./sortedEntries.ts";
import { checkDocument } from "./storable.ts";
import type { Document } from "./value.ts";

/** All documents of a collection in natural order, and the indexes over them. */
export type Collection = Readonly<{
  name: string;
  rows: Map<string, Row>;
  indexes: readonly KeyIndex[];
}>;

/** One document before and after; undefined where it is not there. */
export type Change = Readonly<{
  collection: Collection;
  id: string;
  before: Document | undefined;
  after: Document | undefined;
}>;

/** A change with what it means for the collection's indexes, one for each in their order. */
export type Move = Readonly<{ change: Change; keyMoves: readonly KeyMove[] }>;

/** @throws CloudError when an index cannot hold the new document */
export function moveOf(change: Change): Move {
  const { collection, before, after } = change;
  return { change, keyMoves: collection.indexes.map((index) => index.moveOf(before, after)) };
}

/**
 * Keeps every document in memory, where queries find it, and writes each change through to the
 * disk, where it survives. The disk holds documents only; indexes are built on opening.
 */
export type Store = Readonly<{
  collection(name: string): Collection | undefined;
  /** Makes an empty collection; it may not exist yet. */
  create(name: string): void;
  /** Makes all changes or none: when it returns, they are on disk. */
  write(moves: readonly Move[]): void;
  close(): void;
}>;

/** Finds documents by ranges of `_id`. That an `_id` is there once is the map's own doing. */
const idIndex: DeclaredIndex = {
  name: "_id_",
  unique: false,
  fields: [{ name: "_id", direction: "asc" }],
};

/** @throws Error when another process has the file open, or two documents break a unique index */
export function openStore(file: string, declaration: Declaration): Store {
  const disk = openDisk(file);
  const collections = new Map<string, Collection>();
  const stored = rowsByCollection(disk);
  const declared = new Map(declaration.collections.map(({ name, indexes }) => [name, indexes]));
  const add = (name: string) => {
    disk.create(name);
    const rows = stored.get(name) ?? new Map<string, Row>();
    const indexes = [idIndex, ...(declared.get(name) ?? [])];
    collections.set(name, {
      name,
      rows,
      indexes: indexes.map((index) => buildIndex(index, name, rows.values())),
    });
  };
  for (const name of new Set([...disk.collections(), ...declared.keys()])) add(name);
  let position = disk.lastPosition();

  const rowFor = ({ collection, id, after }: Change): Row | undefined =>
    collection.rows.get(id) ?? (after && { id, position: ++position, document: after });

  return {
    collection: (name) => collections.get(name),
    create: add,
    write(moves) {
      const placed = moves.flatMap((move) => {
        const row = rowFor(move.change);
        return row ? [{ ...move, row }] : [];
      });
      disk.write(
        placed.map(({ row, change: { collection, before, after } }) => ({
          position: row.position,
          collection: collection.name,
          isNew: before === undefined,
          body: after && encodeJson(after),
        })),
      );
      for (const move of placed) apply(move, move.row);
    },
    close: disk.close,
  };
}

/** In the order of their positions, which is the order in which the map then keeps them. */
function rowsByCollection(disk: Disk): Map<string, Map<string, Row>> {
  const collections = new Map<string, Map<string, Row>>();
  const epoch = new Date(0); // stored documents hold no server dates any more
  for (const { position, collection, body } of disk.documents()) {
    const document = checkDocument(decodeFields(body, epoch));
    const rows = collections.get(collection) ?? new Map<string, Row>();
    collections.set(collection, rows);
    const id = encode(document._id);
    rows.set(id, { id, position, document });
  }
  return collections;
}

function apply({ change: { collection, id, after }, keyMoves }: Move, row: Row): void {
  for (const [at, keyMove] of keyMoves.entries()) collection.indexes[at]?.move(row, keyMove);
  if (after === undefined) {
    collection.rows.delete(id);
  } else {
    row.document = after;
    collection.rows.set(id, row);
  }
}
