import type { WireRequest } from "../wire.ts";
import { decodeFields, encodeJson } from "./ejson.ts";
import { find } from "./find.ts";
import type { Meter } from "./meter.ts";
import { encode, equal } from "./order.ts";
import { refuseParameter, refuseUnsupported } from "./refusal.ts";
import { collectionIn, type Engine, queryIn, transactionIn } from "./request.ts";
import { checkDocument, withId } from "./storable.ts";
import type { Change, Collection } from "./store.ts";
import type { View } from "./transaction.ts";
import { duplicateKey } from "./uniqueness.ts";
import { compileUpdate, type Update } from "./update.ts";
import type { Document, Fields } from "./value.ts";

/** `database.insertDocument`: `add()` of one document or of many; all are added or none. */
export function insertDocument({ store, transactions }: Engine, request: WireRequest) {
  const now = new Date();
  return transactions.write(transactionIn(request), (view) => {
    const collection = collectionIn(store, request);
    const { data } = request;
    if (!Array.isArray(data)) refuseParameter("data must be an array of documents.");
    const documents = data.map((text) => withId(decodeFields(text, now)));
    const ids = documents.map(({ _id }) => _id);
    return {
      changes: insertions(collection, view, documents),
      result: { data: { insertedIds: ids } },
    };
  });
}

function insertions(collection: Collection, view: View, documents: readonly Document[]): Change[] {
  const added = new Set<string>();
  return documents.map((after) => {
    const id = encode(after._id);
    if (added.has(id) || view.get(collection, id)) {
      throw duplicateKey(collection.name, "_id_", { _id: after._id });
    }
    added.add(id);
    return { collection, id, before: undefined, after };
  });
}

/** `database.modifyDocument`: `update()` merges, `set()` replaces or creates. */
export function modifyDocument(
  { store, transactions }: Engine,
  request: WireRequest,
  meter: Meter,
) {
  const now = new Date();
  return transactions.write<object>(transactionIn(request), (view) => {
    const collection = collectionIn(store, request);
    const data = decodeFields(request.data, now);
    const update = request.merge === false ? replacing(data) : compileUpdate(data);
    const found = matching(collection, view, request, meter, now);
    if (found.length === 0 && request.upsert === true) {
      const after = upserted(request, data, now);
      const changes = insertions(collection, view, [after]);
      return { changes, result: { data: { updated: 0, upsert_id: after._id } } };
    }
    const changes = changesOf(collection, found, update);
    return { changes, result: { data: { updated: changes.length } } };
  });
}

/** The documents that the request means: all that match, or one when `multi` is false. */
function matching(
  collection: Collection,
  view: View,
  request: WireRequest,
  meter: Meter,
  now: Date,
): Document[] {
  const limit = request.multi === true ? Number.POSITIVE_INFINITY : 1;
  const options = { limit, overlay: view.overlay(collection) };
  return find(collection, queryIn(request, now), options, meter.read);
}

/** Only what becomes different is written and counted, as MongoDB's nModified. */
function changesOf(collection: Collection, documents: readonly Document[], update: Update) {
  return documents.flatMap((before): Change[] => {
    const after = update(before);
    if (equal(before, after)) return [];
    return [{ collection, id: encode(before._id), before, after }];
  });
}

function replacing(data: Fields): Update {
  return (document) => {
    const { _id = document._id, ...others } = data;
    if (!equal(_id, document._id)) refuseParameter("set() cannot change the _id.");
    return checkDocument({ _id, ...others });
  };
}

function upserted(request: WireRequest, data: Fields, now: Date): Document {
  const { _id } = decodeFields(request.query, now);
  if (request.merge !== false) refuseUnsupported("An upsert that merges");
  if (typeof _id !== "string" && typeof _id !== "number") refuseParameter("set() needs an _id.");
  return checkDocument({ _id, ...data });
}

/** `database.modifyAndReturnDoc`: `where().updateAndReturn()`, which changes the first match. */
export function modifyAndReturnDoc(
  { store, transactions }: Engine,
  request: WireRequest,
  meter: Meter,
) {
  const now = new Date();
  return transactions.write(transactionIn(request), (view) => {
    const collection = collectionIn(store, request);
    const update = compileUpdate(decodeFields(request.data, now));
    const found = matching(collection, view, request, meter, now);
    const [doc] = found.map((document) => encodeJson(update(document)));
    const result = { data: { updated: found.length, doc: doc && meter.sent([doc])[0] } };
    return { changes: changesOf(collection, found, update), result };
  });
}

/** `database.removeDocument`: `remove()`. */
export function removeDocument(
  { store, transactions }: Engine,
  request: WireRequest,
  meter: Meter,
) {
  const now = new Date();
  return transactions.write(transactionIn(request), (view) => {
    const collection = collectionIn(store, request);
    const found = matching(collection, view, request, meter, now);
    const changes = found.map((before): Change => {
      return { collection, id: encode(before._id), before, after: undefined };
    });
    return { changes, result: { data: { deleted: changes.length } } };
  });
}
