import { compare, equal } from "./order.ts";
import { parsePath, refuseConflicts } from "./path.ts";
import { changeAt, valueAt } from "./place.ts";
import { refuseRequest, refuseUnsupported } from "./refusal.ts";
import { checkDocument } from "./storable.ts";
import { passable, updateOperators } from "./updateOperators.ts";
import { type Document, type Fields, isArray, isFields, type Value } from "./value.ts";

/** Makes the updated document. Type errors (`$inc` on text) are refused as MongoDB refuses them. */
export type Update = (document: Document) => Document;

type Step = Readonly<{ paths: readonly string[]; apply(document: Fields): Fields }>;

/**
 * Compiles `{$set: {a: 1}, $inc: {"b.c": 2}}`. Unknown operators are refused by name, and so are
 * two operators at one place.
 */
export function compileUpdate(data: Fields): Update {
  const steps = Object.entries(data).flatMap(([operator, operands]) => {
    if (!operator.startsWith("$")) {
      refuseRequest(`An update consists of operators, but '${operator}' is a field`);
    }
    if (!isFields(operands)) refuseRequest(`${operator} needs an object of paths`);
    return Object.entries(operands).map(([path, operand]) => stepOf(operator, path, operand));
  });
  // The SDK drops empty objects from what it flattens: `update({a: {}})` arrives without content.
  if (steps.length === 0)
    refuseRequest("The update is empty; to set an empty object use _.set({})");
  refuseConflicts(steps.flatMap(({ paths }) => paths));
  // MongoDB goes by the paths' order, which shows in the order of fields that are new.
  const inOrder = steps.sort((a, b) => compare(a.paths[0], b.paths[0]));
  return (document) => {
    const updated = inOrder.reduce<Fields>((before, step) => step.apply(before), document);
    if (!equal(updated._id, document._id)) {
      refuseRequest("The update would modify the immutable field '_id'");
    }
    return checkDocument(updated);
  };
}

function stepOf(operator: string, path: string, operand: Value): Step {
  if (operator === "$rename") return renaming(path, operand);
  const compile = updateOperators[operator];
  if (!compile) refuseUnsupported(`The update operator ${operator}`);
  const names = parsePath(path);
  const change = compile(operand, path);
  const leaves = passable.includes(operator);
  return { paths: [path], apply: (document) => changeAt(document, names, change, leaves) };
}

function renaming(from: string, to: Value): Step {
  if (typeof to !== "string") refuseRequest(`$rename of '${from}' needs the new name`);
  const source = parsePath(from);
  const target = parsePath(to);
  const apply = (document: Fields) => {
    refuseArrays(document, source);
    refuseArrays(document, target);
    const value = valueAt(document, source);
    if (value === undefined) return document;
    return changeAt(
      changeAt(document, source, () => undefined),
      target,
      () => value,
    );
  };
  return { paths: [from, to], apply };
}

function refuseArrays(document: Fields, path: readonly string[]): void {
  for (const [depth] of path.entries()) {
    if (depth > 0 && isArray(valueAt(document, path.slice(0, depth)))) {
      refuseRequest(`$rename cannot go through an array, as at '${path.join(".")}'`);
    }
  }
}
