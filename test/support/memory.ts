import type { Condition, Database, Doc, Query, Where } from "../../core/kernel/database.ts";
import type { ChatMessage, Ports } from "../../core/kernel/ports.ts";

/**
 * Core's database in this process, one call after another: for laws that are tried on thousands of cases. What
 * the real one does at the same time, and its limits, are tried through the SDK.
 */
export function memoryDatabase(): Database & Readonly<{ keep(): () => void }> {
  let kept = new Map<string, Map<string, Doc>>();
  const of = (name: string) => {
    const docs = kept.get(name) ?? new Map<string, Doc>();
    kept.set(name, docs);
    return docs;
  };
  const put = (name: string, doc: Doc) => void of(name).set(doc.id, structuredClone(doc));
  const matching = (name: string, where: Where) =>
    [...of(name).values()].filter((doc) =>
      Object.entries(where).every(([path, condition]) => holds(fieldOf(doc, path), condition)),
    );
  const insert = (name: string, doc: Doc) => {
    if (of(name).has(doc.id)) throw new Error(`duplicate ${doc.id}`);
    put(name, doc);
  };
  const find = <T extends Doc>(name: string, query: Query) =>
    structuredClone(sorted(matching(name, query.where), query)) as unknown as T[];
  const notHere = async () => {
    throw new Error("The conversation needs none of this.");
  };
  const get = async <T extends Doc>({ name }: Readonly<{ name: string }>, id: string) =>
    structuredClone(of(name).get(id)) as T | undefined;
  const copied = () => new Map([...kept].map(([name, docs]) => [name, new Map(docs)] as const));
  const keep = () => {
    const before = copied(); // documents are replaced, never changed
    return () => {
      kept = before;
      kept = copied();
    };
  };
  return {
    get,
    find: async ({ name }, query) => find(name, query),
    findFields: async ({ name }, query) => find(name, query),
    count: async ({ name }, where) => matching(name, where).length,
    totals: notHere,
    async insertNew({ name }, doc) {
      if (of(name).has(doc.id)) return false;
      put(name, doc);
      return true;
    },
    async insertMissing({ name }, docs) {
      for (const doc of docs) if (!of(name).has(doc.id)) put(name, doc);
    },
    increase: async () => 0,
    assign: notHere,
    async transact(body) {
      const undo = keep();
      try {
        return await body({
          get,
          insert: async ({ name }, doc) => insert(name, doc),
          put: async ({ name }, doc) => put(name, doc),
          remove: async ({ name }, id) => void of(name).delete(id),
        });
      } catch (error) {
        undo();
        throw error;
      }
    },
    keep,
  };
}

const fieldOf = (doc: Doc, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }, doc);

function holds(value: unknown, condition: Condition): boolean {
  const includes = (wanted: unknown) =>
    Array.isArray(value) ? value.includes(wanted) : value === wanted;
  if (typeof condition !== "object") return includes(condition);
  if ("in" in condition) return condition.in.some(includes);
  if ("not" in condition) return !includes(condition.not);
  if ("contains" in condition) return includes(condition.contains);
  if (typeof value !== "string" && typeof value !== "number") return false;
  return "above" in condition ? value > condition.above : value <= condition.atMost;
}

function sorted(docs: Doc[], { orderBy = [], skip = 0, limit }: Query): Doc[] {
  const inOrder = [...docs].sort((one, other) => {
    for (const [field, direction] of orderBy) {
      const [a, b] = [String(fieldOf(one, field)), String(fieldOf(other, field))];
      if (a !== b) return a < b === (direction === "asc") ? -1 : 1;
    }
    return 0;
  });
  return inOrder.slice(skip, skip + limit);
}

/** The world around it: a clock that is set, and messages that are kept. */
export function quietPorts(now: () => string) {
  const sent: { openid: string; message: ChatMessage }[] = [];
  const failures: unknown[] = [];
  let codes = 0;
  const ports: Ports = {
    clock: { now },
    codes: { invitation: () => `CODE${++codes}`, secret: () => `secret${++codes}` },
    notices: { tell: async () => undefined },
    chatMessages: {
      async send(openid, message) {
        sent.push({ openid, message });
        return "sent";
      },
    },
    files: { addresses: async () => [], remove: async () => undefined },
    tables: { read: async () => "unreadable" },
    photoPrints: { of: async () => undefined },
    pageCodes: { of: async () => undefined },
    wallSheets: { document: async () => "" },
    contentCheck: { text: async () => "pass", picture: async () => undefined },
    log: { write: () => undefined, failure: (_traceId, error) => failures.push(error) },
  };
  return { ports, sent, failures };
}
