import type { Variables } from "./aggregate/scope.ts";
import { type OrderedPath, sorted } from "./path.ts";
import { choosePlan, type Plan } from "./plan.ts";
import type { Query } from "./query.ts";
import type { Row } from "./sortedEntries.ts";
import type { Collection } from "./store.ts";
import type { Document } from "./value.ts";

export type FindOptions = Readonly<{
  order?: readonly OrderedPath[];
  skip?: number;
  limit?: number;
  /** Documents that a transaction sees otherwise than they are; undefined for one it does not. */
  overlay?: ReadonlyMap<string, Document | undefined>;
}>;

/** Called for each document that a query looks at. */
export type OnRead = () => void;

/** The documents that match, through an index where one helps. */
export function find(
  collection: Collection,
  query: Query,
  { order = [], skip = 0, limit = Number.POSITIVE_INFINITY, overlay = new Map() }: FindOptions,
  onRead: OnRead,
): Document[] {
  const plan = choosePlan(collection.indexes, query.conditions, order);
  const inOrder = order.length === 0 || plan?.ordered === true;
  const enough = inOrder && overlay.size === 0 ? skip + limit : Number.POSITIVE_INFINITY;
  const sequences = sequencesOf(collection, plan).map((rows) => rowsNotIn(overlay, rows));
  const found: Document[] = [];
  for (const documents of matchingIn(sequences, plan, query, onRead)) {
    let taken = 0;
    for (const document of documents) {
      found.push(document);
      if (++taken === enough) break;
    }
    if (order.length === 0 && found.length >= enough) break;
  }
  for (const document of overlay.values()) {
    if (document) onRead();
    if (document && query.matches(document)) found.push(document);
  }
  const isSorted = inOrder && sequences.length === 1 && overlay.size === 0;
  const all = order.length === 0 || isSorted ? found : sorted(found, order);
  return all.slice(skip, skip + limit);
}

/** The documents that match, read one by one as they are asked for. */
export function* findLazily(
  collection: Collection,
  query: Query,
  variables: Variables,
  onRead: OnRead,
): Iterable<Document> {
  const plan = choosePlan(collection.indexes, query.conditions, []);
  const sequences = sequencesOf(collection, plan);
  for (const documents of matchingIn(sequences, plan, query, onRead, variables)) yield* documents;
}

/** The rows to look at: of each of the plan's ranges, or all of the collection. */
function sequencesOf(collection: Collection, plan: Plan | undefined): Iterable<Row>[] {
  if (!plan) return [collection.rows.values()];
  return plan.ranges.map((range) => plan.index.range(range, plan.backward));
}

function* rowsNotIn(overlay: ReadonlyMap<string, unknown>, rows: Iterable<Row>): Iterable<Row> {
  for (const row of rows) if (!overlay.has(row.id)) yield row;
}

/** For each sequence of rows the documents that match; an array may lead to a document twice. */
function* matchingIn(
  sequences: readonly Iterable<Row>[],
  plan: Plan | undefined,
  query: Query,
  onRead: OnRead,
  variables?: Variables,
): Iterable<Iterable<Document>> {
  const seen = plan?.index.isMultikey() ? new Set<Row>() : undefined;
  for (const rows of sequences) yield matching(rows);

  function* matching(rows: Iterable<Row>): Iterable<Document> {
    for (const row of rows) {
      if (seen?.has(row)) continue;
      seen?.add(row);
      onRead();
      if (query.matches(row.document, variables)) yield row.document;
    }
  }
}
