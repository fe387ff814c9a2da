/**
 * The database as core needs it. `cloudbase/database.ts` keeps this promise over the real SDK.
 * Core's documents have `id`; how the database names that field is the port's business.
 */

/** Names a collection and the type of its documents; declared in `cloudbase/database.json`. */
export type Collection<T extends Doc> = Readonly<{ name: string; doc?: T }>;

export type Doc = Readonly<{ id: string }>;

export const collection = <T extends Doc>(name: string): Collection<T> => ({ name });

type Value = string | number | boolean;

/** Equal to a value, one of a list, at most, at least, above, or an array that contains the value. */
export type Condition =
  | Value
  | { in: readonly Value[] }
  | { atMost: Value }
  | { above: Value }
  | { not: Value }
  | { contains: Value };

/** All conditions hold. A field may be a path: "byMonth.03". */
export type Where = Readonly<Record<string, Condition>>;

export type Query = Readonly<{
  where: Where;
  orderBy?: ReadonlyArray<readonly [field: string, direction: "asc" | "desc"]>;
  skip?: number;
  /** At most 1,000: what CloudBase sends at once. */
  limit: number;
}>;

/** What both the database and a transaction can do. */
export type Reader = {
  get<T extends Doc>(from: Collection<T>, id: string): Promise<T | undefined>;
};

export type Writer = {
  /** Adds a document. An id that is there already is a conflict: see `transact`. */
  insert<T extends Doc>(into: Collection<T>, doc: T): Promise<void>;
  /** Writes the whole document, new or not. */
  put<T extends Doc>(into: Collection<T>, doc: T): Promise<void>;
  remove<T extends Doc>(from: Collection<T>, id: string): Promise<void>;
};

/** Single documents by id and nothing else: queries would escape the transaction unnoticed. */
export type Transaction = Reader & Writer;

export type Database = Reader & {
  find<T extends Doc>(from: Collection<T>, query: Query): Promise<T[]>;
  /** The same with `id` and some fields: for many documents of which little is wanted. */
  findFields<T extends Doc, Field extends keyof T & string>(
    from: Collection<T>,
    query: Query,
    fields: readonly Field[],
  ): Promise<Array<Pick<T, Field | "id">>>;
  count<T extends Doc>(from: Collection<T>, where: Where): Promise<number>;
  /** Sums a field over groups: one row a group, with the group's fields, `total` and `count`. */
  totals<T extends Doc>(
    from: Collection<T>,
    grouping: Readonly<{ where: Where; by: readonly string[]; sum: string }>,
  ): Promise<Array<Record<string, Value> & { total: number; count: number }>>;
  /** Adds a document unless its id is there already. @returns whether it was added */
  insertNew<T extends Doc>(into: Collection<T>, doc: T): Promise<boolean>;
  /**
   * Adds those documents whose ids are not there yet, many with one request. Not one step: what breaks off
   * half way has added some, and doing it again adds the rest. Refuses `busy` when others add the same ids
   * all the while.
   */
  insertMissing<T extends Doc>(into: Collection<T>, docs: readonly T[]): Promise<void>;
  /**
   * Adds an amount to a number of every document that meets the conditions, in one step.
   * @returns how many documents did
   */
  increase<T extends Doc>(
    of: Collection<T>,
    change: Readonly<{ where: Where; field: string; by: number }>,
  ): Promise<number>;
  /**
   * Sets fields of every document that meets the conditions, each document in one step: a transaction
   * that read one of them before conflicts when it writes it after.
   * @returns how many did
   */
  assign<T extends Doc>(
    to: Collection<T>,
    change: Readonly<{ where: Where; fields: Readonly<Record<string, Value>> }>,
  ): Promise<number>;
  /**
   * Runs the body as one transaction, all or nothing. After a conflict with another one (a document
   * changed meanwhile, an id inserted twice) the body runs again from the start, so it must touch only
   * `tx`. Refuses `busy` when conflicts do not end.
   */
  transact<R>(body: (tx: Transaction) => Promise<R>): Promise<R>;
};
