import { CloudError, type WireRequest } from "../wire.ts";
import { decodeFields } from "./ejson.ts";
import { type OrderedPath, parsePath } from "./path.ts";
import { compileQuery, type Query } from "./query.ts";
import { advice, refuseParameter } from "./refusal.ts";
import type { Collection, Store } from "./store.ts";
import type { Transactions } from "./transactions.ts";
import type { Fields } from "./value.ts";

/** What the actions work on. */
export type Engine = Readonly<{ store: Store; transactions: Transactions }>;

const getDefault = 100;
const getMax = 1000;

export function collectionIn(store: Store, request: WireRequest): Collection {
  const name = nameIn(request);
  const collection = store.collection(name);
  if (collection) return collection;
  throw new CloudError(
    "DATABASE_COLLECTION_NOT_EXIST",
    `[ResourceNotFound] Db or Table not exist: ${name}. ${advice}`,
  );
}

export function nameIn({ collectionName }: WireRequest): string {
  if (typeof collectionName === "string" && collectionName !== "") return collectionName;
  refuseParameter("The request names no collection.");
}

export function transactionIn({ transactionId }: WireRequest): string | undefined {
  if (transactionId === undefined || transactionId === null) return undefined;
  if (typeof transactionId === "string") return transactionId;
  refuseParameter("transactionId must be a string.");
}

/** Without a query every document is meant. */
export function queryIn({ query }: WireRequest, now: Date): Query {
  return compileQuery(query === undefined ? {} : decodeFields(query, now));
}

export function orderIn({ order }: WireRequest, now: Date): OrderedPath[] {
  const fields: Fields = order === undefined ? {} : decodeFields(order, now);
  return Object.entries(fields).map(([path, direction]) => {
    if (direction !== 1 && direction !== -1) refuseParameter("An order must be 1 or -1.");
    return { path: parsePath(path), direction };
  });
}

/** How many documents to skip and to give: 100 when nothing is said, never more than 1,000. */
export function windowIn({ offset, limit }: WireRequest): { skip: number; limit: number } {
  const skip = wholeAtLeast(0, "offset", offset ?? 0);
  return { skip, limit: Math.min(wholeAtLeast(1, "limit", limit ?? getDefault), getMax) };
}

function wholeAtLeast(least: number, name: string, value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least) return value;
  refuseParameter(`${name} must be a whole number of at least ${least}.`);
}

export function requiredTransactionIn(request: WireRequest): string {
  return transactionIn(request) ?? refuseParameter("The request names no transaction.");
}
