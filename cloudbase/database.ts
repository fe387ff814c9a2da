import type {
  Condition,
  Database,
  Doc,
  Query,
  Transaction,
  Where,
} from "../core/kernel/database.ts";
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
