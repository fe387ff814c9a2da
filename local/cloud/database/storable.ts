import { randomBytes } from "node:crypto";
import { refuseRequest } from "./refusal.ts";
import { type Document, type Fields, isArray, isFields, typeName, type Value } from "./value.ts";

/** MongoDB's limit for documents inside documents. */
const depthMax = 100;

/** A document as it is added: with an `_id`, made where it is missing, and put first. */
export function withId(fields: Fields): Document {
  const { _id = randomBytes(16).toString("hex"), ...others } = fields;
  return checkDocument({ _id, ...others });
}

/** Refuses what could be stored but never found again by a query, and what MongoDB refuses. */
export function checkDocument(fields: Fields): Document {
  const { _id } = fields;
  if (typeof _id !== "string" && typeof _id !== "number") {
    refuseRequest(`_id must be a string or a number, not ${typeName(_id)}`);
  }
  checkValue(fields, 0);
  return fields as Document;
}

function checkValue(value: Value, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > depthMax) refuseRequest(`Documents may not nest deeper than ${depthMax} levels.`);
  if (isArray(value)) {
    for (const element of value) checkValue(element, depth + 1);
  } else if (isFields(value)) {
    for (const name in value) {
      if (/^\$|\.|\0/.test(name)) {
        refuseRequest(`The field name '${name}' must not start with '$' or contain '.'`);
      }
      checkValue(value[name] ?? null, depth + 1);
    }
  }
}
