import type { Query } from "../query.ts";
import type { Document, Fields, Value } from "../value.ts";
import type { Variables } from "./scope.ts";

/** Where a pipeline and its `$lookup`s read: only documents that match the query. */
export type Source = (collection: string, query: Query, variables: Variables) => Iterable<Document>;

/** What a stage may use besides the documents it is given. */
export type Run = Readonly<{ read: Source; variables: Variables }>;

/** Turns documents into documents; lazy where it can be, so that `$limit` spares work before it. */
export type Stage = (documents: Iterable<Fields>, run: Run) => Iterable<Fields>;

export type StageSpec = Readonly<{ name: string; value: Value }>;

/** @property query the leading `$match`, which an index may serve */
export type Pipeline = Readonly<{ query: Query; stages: readonly Stage[] }>;

export type CompilePipeline = (specs: readonly StageSpec[]) => Pipeline;

export function runPipeline(pipeline: Pipeline, collection: string, run: Run): Iterable<Fields> {
  const documents: Iterable<Fields> = run.read(collection, pipeline.query, run.variables);
  return pipeline.stages.reduce((input, stage) => stage(input, run), documents);
}
