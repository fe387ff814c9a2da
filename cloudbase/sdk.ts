import cloud from "wx-server-sdk";

/** The environment that the function runs in. The SDK's typings do not know its own constant. */
export const initialise = (): void =>
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });

/**
 * The half of wx-server-sdk's database that we use. Its own typings also describe the callback style
 * (`Promise | void | string`), which would put a cast at every call instead of this one.
 */
export type SdkDatabase = Readonly<{
  collection(name: string): SdkCollection;
  startTransaction(): Promise<SdkTransaction>;
  command: SdkCommand;
}>;

export type SdkDocument = Record<string, unknown>;

export type SdkQuery = {
  orderBy(field: string, direction: "asc" | "desc"): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  /** `_id` comes with every document unless it is false. */
  field(projection: Record<string, boolean>): SdkQuery;
  get(): Promise<{ data: SdkDocument[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: SdkDocument }): Promise<{ stats: { updated: number } }>;
};

type SdkCollection = {
  where(condition: SdkDocument): SdkQuery;
  doc(id: string): SdkDocumentReference;
  /** Of an array CloudBase adds one after another, up to the first whose id is there already. */
  add(options: { data: SdkDocument | SdkDocument[] }): Promise<unknown>;
  aggregate(): SdkAggregate;
};

type SdkDocumentReference = {
  /** `data` is null or undefined for a missing document: see `throwOnNotFound` below. */
  get(): Promise<{ data: SdkDocument | null | undefined }>;
  set(options: { data: SdkDocument }): Promise<unknown>;
  remove(): Promise<unknown>;
};

type SdkAggregate = {
  match(condition: SdkDocument): SdkAggregate;
  group(grouping: SdkDocument): SdkAggregate;
  limit(count: number): SdkAggregate;
  end(): Promise<{ list: SdkDocument[] }>;
};

/** Only single documents: a query inside a transaction is sent without its id and escapes it. */
export type SdkTransaction = {
  collection(name: string): Pick<SdkCollection, "doc" | "add">;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
};

type SdkCommand = Record<
  "in" | "nin" | "lte" | "gt" | "neq" | "inc",
  (value: unknown) => unknown
> & {
  aggregate: { sum(value: unknown): unknown };
};

/** Its typings lack the option: without it a missing document is an error instead of null. */
const config = { throwOnNotFound: false } as Parameters<typeof cloud.database>[0];

export const sdkDatabase = (): SdkDatabase => cloud.database(config) as unknown as SdkDatabase;
