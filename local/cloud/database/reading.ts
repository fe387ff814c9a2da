import type { WireRequest } from "../wire.ts";
import { compilePipeline } from "./aggregate/pipeline.ts";
import { runPipeline, type StageSpec } from "./aggregate/stage.ts";
import { decode, decodeFields, encodeJson } from "./ejson.ts";
import { find, findLazily } from "./find.ts";
import type { Meter } from "./meter.ts";
import { compileProjection } from "./projection.ts";
import { refuseParameter } from "./refusal.ts";
import {
  collectionIn,
  type Engine,
  nameIn,
  orderIn,
  queryIn,
  transactionIn,
  windowIn,
} from "./request.ts";

/** What an aggregation without `limit()` gives at most. */
const aggregateDefault = 20;

/** `database.getDocument`: `get()` of a document or a query. */
export function getDocument({ store, transactions }: Engine, request: WireRequest, meter: Meter) {
  const now = new Date();
  return transactions.read(transactionIn(request), (view) => {
    const collection = collectionIn(store, request);
    const order = orderIn(request, now);
    const { projection } = request;
    const project = compileProjection(
      projection === undefined ? {} : decodeFields(projection, now),
    );
    const options = { order, ...windowIn(request), overlay: view.overlay(collection) };
    const found = find(collection, queryIn(request, now), options, meter.read);
    return { data: { list: meter.sent(found.map((document) => encodeJson(project(document)))) } };
  });
}

/** `database.calculateDocument`: `count()`. */
export function calculateDocument({ store }: Engine, request: WireRequest, meter: Meter) {
  const query = queryIn(request, new Date());
  let total = 0;
  for (const _ of findLazily(collectionIn(store, request), query, {}, meter.read)) total++;
  return { data: { total } };
}

/** `database.aggregateDocuments`: `aggregate()…end()`. */
export function aggregateDocuments({ store }: Engine, request: WireRequest, meter: Meter) {
  const specs = stagesIn(request, new Date());
  const pipeline = compilePipeline(specs);
  collectionIn(store, request);
  const list: string[] = [];
  const limited = specs.some(({ name }) => name === "$limit");
  const documents = runPipeline(pipeline, nameIn(request), {
    variables: {},
    read(collectionName, query, variables) {
      const collection = collectionIn(store, { ...request, collectionName });
      return findLazily(collection, query, variables, meter.read);
    },
  });
  for (const document of documents) {
    list.push(encodeJson(document));
    if (!limited && list.length === aggregateDefault) break;
  }
  return { data: { list: meter.sent(list) } };
}

function stagesIn({ stages }: WireRequest, now: Date): StageSpec[] {
  if (!Array.isArray(stages)) refuseParameter("stages must be an array.");
  return stages.map((stage: { stageKey?: unknown; stageValue?: unknown } | null) => {
    if (typeof stage?.stageKey !== "string") refuseParameter("A stage has no stageKey.");
    return { name: stage.stageKey, value: decode(stage.stageValue, now) };
  });
}
