import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tcb from "@cloudbase/node-sdk";
import { adminRoute } from "../../../../local/cloud/admin.ts";
import type { DatabaseOptions } from "../../../../local/cloud/database/database.ts";
import { openDatabase } from "../../../../local/cloud/database/database.ts";
import type { Declaration } from "../../../../local/cloud/database/declaration.ts";
import { serve } from "../../../../local/cloud/server.ts";
import type { Cost } from "../../../../local/cloud/wire.ts";

/** A database behind a port, and both SDKs pointed at it by environment, as functions are. */
export async function startDatabase(
  declaration: Declaration,
  options: Partial<DatabaseOptions> = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "database-"));
  const costs: Cost[] = [];
  const database = openDatabase({
    file: join(folder, "database.sqlite"),
    declaration,
    onCost: (cost) => costs.push(cost),
    ...options,
  });
  const server = await serve(0, [adminRoute(database.actions)]);
  return {
    ...clientsOf(server.url),
    url: server.url,
    folder,
    /** What the actions since the last call cost. */
    takeCosts: () => costs.splice(0),
    async stop() {
      await server.close();
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** @returns the databases of @cloudbase/node-sdk and of wx-server-sdk */
export function clientsOf(url: string) {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: "SCF",
    TENCENTCLOUD_REGION: "ap-shanghai",
    SCF_NAMESPACE: "local",
    TCB_ENV: "local",
    TENCENTCLOUD_SECRETID: "local",
    TENCENTCLOUD_SECRETKEY: "local",
    TENCENTCLOUD_SESSIONTOKEN: "local",
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  });
  const cloud = createRequire(import.meta.url)("wx-server-sdk");
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
  const wx: WxDatabase = cloud.database();
  return { node: tcb.init({ env: "local" }).database(), wx };
}

/** Of wx-server-sdk's database what the tests use; its own types allow for callbacks everywhere. */
export type WxDatabase = Readonly<{
  command: ReturnType<ReturnType<typeof tcb.init>["database"]>["command"];
  collection(name: string): WxCollection;
  createCollection(name: string): Promise<unknown>;
  runTransaction<T>(run: (transaction: WxTransaction) => Promise<T>, times?: number): Promise<T>;
  startTransaction(): Promise<WxTransaction>;
  serverDate(options?: { offset: number }): object;
  RegExp(options: { regexp: string; options: string }): object;
}>;

export type WxTransaction = Readonly<{
  collection(name: string): WxCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}>;

type WxQuery = Readonly<{
  where(condition: object): WxQuery;
  orderBy(field: string, direction: "asc" | "desc"): WxQuery;
  skip(count: number): WxQuery;
  limit(count: number): WxQuery;
  field(projection: object): WxQuery;
  get(): Promise<{ data: readonly Found[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>;
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>;
}>;

type WxDocument = Readonly<{
  field(projection: object): WxDocument;
  get(): Promise<{ data: Found | null }>;
  set(options: { data: object }): Promise<{ stats: { updated: number; created: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}>;

type WxCollection = WxQuery &
  Readonly<{
    doc(id: string | number): WxDocument;
    add(options: { data: object }): Promise<{ _id?: unknown; _ids?: unknown[] }>;
    aggregate(): WxAggregate;
  }>;

type WxAggregate = Readonly<{
  match(condition: object): WxAggregate;
  group(spec: object): WxAggregate;
  sort(spec: object): WxAggregate;
  limit(count: number): WxAggregate;
  end(): Promise<{ list: readonly Found[] }>;
}>;

type Found = Readonly<Record<string, unknown>>;

/** The ids of what a query found, in their order. */
export function idsOf(answer: { data: readonly { _id?: unknown }[] }): unknown[] {
  return answer.data.map(({ _id }) => _id);
}
