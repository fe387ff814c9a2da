import type {
  Condition,
  Database,
  Doc,
  Query,
  Transaction,
  Where,
} from "../core/kernel/database.ts";
import { Refusal } from "../core/kernel/refusal.ts";
import { isDuplicate, retrying } from "./conflicts.ts";
import {
  type SdkDatabase,
  type SdkDocument,
  type SdkQuery,
  type SdkTransaction,
  sdkDatabase,
} from "./sdk.ts";

/** Groups that one request may answer; CloudBase gives 20 when nothing is said. */
const groupsMost = 1000;

/** Documents that one request may add: some 300 KB of those that are added so. */
const addedAtOnce = 200;

/** How often what is missing is looked for anew. */
const roundsMost = 5;

/** Core's database over wx-server-sdk. Core says `id`; the database says `_id`. */
export function cloudbaseDatabase(db: SdkDatabase = sdkDatabase()): Database {
  return {
    async get(from, id) {
      const { data } = await db.collection(from.name).doc(id).get();
      return data ? fromSdk(data) : undefined;
    },
    async find(from, query) {
      const { data } = await queryOf(db, from.name, query).get();
      return data.map((doc) => fromSdk(doc));
    },
    async findFields(from, query, fields) {
      const projection = Object.fromEntries(fields.map((field) => [toField(field), true]));
      const { data } = await queryOf(db, from.name, query).field(projection).get();
      return data.map((doc) => fromSdk(doc));
    },
    async count(from, where) {
      const { total } = await db.collection(from.name).where(toCondition(db, where)).count();
      return total;
    },
    async totals(from, { where, by, sum }) {
      const { list } = await db
        .collection(from.name)
        .aggregate()
        .match(toCondition(db, where))
        .group({
          _id: Object.fromEntries(by.map((field) => [field, `$${field}`])),
          total: db.command.aggregate.sum(`$${sum}`),
          count: db.command.aggregate.sum(1),
        })
        .limit(groupsMost)
        .end();
      return list.map(({ _id, total, count }) => ({
        ...(_id as Record<string, string | number>),
        total: Number(total),
        count: Number(count),
      }));
    },
    async insertNew(into, doc) {
      try {
        await db.collection(into.name).add({ data: toSdk(doc) });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async insertMissing(into, docs) {
      for (let start = 0; start < docs.length; start += addedAtOnce) {
        await addMissing(db, into.name, docs.slice(start, start + addedAtOnce).map(toSdk));
      }
    },
    async increase(of, { where, field, by }) {
      const { stats } = await db
        .collection(of.name)
        .where(toCondition(db, where))
        .update({ data: { [field]: db.command.inc(by) } });
      return stats.updated;
    },
    async assign(to, { where, fields }) {
      const { stats } = await db
        .collection(to.name)
        .where(toCondition(db, where))
        .update({ data: { ...fields } });
      return stats.updated;
    },
    transact: (body) =>
      retrying(async () => {
        const sdk = await db.startTransaction();
        try {
          const result = await body(transaction(sdk));
          await sdk.commit();
          return result;
        } catch (error) {
          await sdk.rollback().catch(() => undefined); // it is over already when a conflict ended it
          throw error;
        }
      }),
  };
}

/** Adds all at once, as nearly always none is there; looks which are missing when one was. */
async function addMissing(
  db: SdkDatabase,
  name: string,
  docs: readonly SdkDocument[],
): Promise<void> {
  let missing = [...docs];
  for (let round = 1; missing.length > 0; round++) {
    try {
      await db.collection(name).add({ data: missing });
      return;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      if (round === roundsMost) throw new Refusal("busy");
    }
    const ids = missing.map(({ _id }) => _id);
    const found = db.collection(name).where({ _id: db.command.in(ids) });
    const { data } = await found.field({ _id: true }).limit(ids.length).get();
    const there = new Set(data.map(({ _id }) => _id));
    missing = missing.filter(({ _id }) => !there.has(_id));
  }
}

const transaction = (sdk: SdkTransaction): Transaction => ({
  async get(from, id) {
    const { data } = await sdk.collection(from.name).doc(id).get();
    return data ? fromSdk(data) : undefined;
  },
  async insert(into, doc) {
    await sdk.collection(into.name).add({ data: toSdk(doc) });
  },
  async put(into, { id, ...data }) {
    await sdk.collection(into.name).doc(id).set({ data });
  },
  async remove(from, id) {
    await sdk.collection(from.name).doc(id).remove();
  },
});

function queryOf(
  db: SdkDatabase,
  name: string,
  { where, orderBy = [], skip = 0, limit }: Query,
): SdkQuery {
  let query = db.collection(name).where(toCondition(db, where));
  for (const [field, direction] of orderBy) query = query.orderBy(toField(field), direction);
  return (skip > 0 ? query.skip(skip) : query).limit(limit);
}

const toField = (field: string): string => (field === "id" ? "_id" : field);

const toSdk = <T extends Doc>({ id, ...rest }: T): SdkDocument => ({ _id: id, ...rest });

/** The collection's type is a promise of whoever wrote the document: core alone writes. */
const fromSdk = <T extends Partial<Doc>>({ _id, ...rest }: SdkDocument): T =>
  ({ id: _id, ...rest }) as T;

const toCondition = (db: SdkDatabase, where: Where): SdkDocument =>
  Object.fromEntries(
    Object.entries(where).map(([field, condition]) => [toField(field), toValue(db, condition)]),
  );

function toValue({ command }: SdkDatabase, condition: Condition): unknown {
  if (typeof condition !== "object") return condition;
  if ("in" in condition) return command.in(condition.in);
  if ("atMost" in condition) return command.lte(condition.atMost);
  if ("above" in condition) return command.gt(condition.above);
  if ("not" in condition) return command.neq(condition.not);
  return condition.contains; // equality with an array's element is containment
}
