import { encode, reversed } from "./order.ts";
import { refuseRequest, refuseUnsupported } from "./refusal.ts";
import { type Fields, fieldOf, isArray, isFields, type Value } from "./value.ts";

/** A test of one value; `undefined` is a missing one. */
export type Test = (value: Value | undefined) => boolean;

/** Whether an array at the end of the path is tested by its elements too, or only as a whole. */
export type Leaf = "elements" | "whole";

/** Splits `a.b.0`, and refuses what no document can have. */
export function parsePath(path: string): string[] {
  const names = path.split(".");
  if (names.includes("")) refuseRequest(`The field path '${path}' contains an empty field name.`);
  if (names.includes("__proto__")) refuseUnsupported("The field name '__proto__'");
  const positional = names.find((name) => name.startsWith("$"));
  if (positional) refuseUnsupported(`The positional '${positional}' in the path '${path}'`);
  return names;
}

/** Refuses two changes at one place: the same path twice, or a path within another. */
export function refuseConflicts(paths: readonly string[]): void {
  for (const [at, path] of paths.entries()) {
    const other = paths
      .slice(at + 1)
      .find((p) => `${p}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${p}.`));
    if (other !== undefined) {
      refuseRequest(`The path '${other}' would create a conflict at '${path}'`);
    }
  }
}

/**
 * Whether a value that MongoDB finds at the path passes the test. On the way an array stands for
 * each of the documents in it, and a number in the path also for the element with that index.
 * @param depth where in the path the fields stand
 */
export function someAt(
  fields: Fields,
  path: readonly string[],
  test: Test,
  leaf: Leaf,
  depth = 0,
): boolean {
  const value = fieldOf(fields, path[depth] ?? "");
  if (depth === path.length - 1) {
    return (leaf === "elements" && isArray(value) && value.some(test)) || test(value);
  }
  if (isArray(value)) return someWithin(value, path, test, leaf, depth + 1);
  return isFields(value) ? someAt(value, path, test, leaf, depth + 1) : test(undefined);
}

function someWithin(
  array: readonly Value[],
  path: readonly string[],
  test: Test,
  leaf: Leaf,
  depth: number,
): boolean {
  return array.some((element, index) => {
    if (isFields(element) && someAt(element, path, test, leaf, depth)) return true;
    if (path[depth] !== String(index)) return false;
    if (depth === path.length - 1) return test(element);
    if (isFields(element)) return someAt(element, path, test, leaf, depth + 1);
    return isArray(element) && someWithin(element, path, test, leaf, depth + 1);
  });
}

/** One field of an index or of a sort: the path, and 1 for ascending or -1 for descending. */
export type OrderedPath = Readonly<{ path: readonly string[]; direction: 1 | -1 }>;

/**
 * The texts under which a document is found at the path of an index field: one for each element of
 * an array, and one for an empty array, which sorts before null. A missing value counts as null.
 */
export function keysAt(fields: Fields, { path, direction }: OrderedPath): string[] {
  const keys = valuesAt(fields, path).map(encode);
  const different = keys.length > 1 ? [...new Set(keys)] : keys;
  return direction === 1 ? different : different.map(reversed);
}

function valuesAt(fields: Fields, path: readonly string[]): (Value | undefined)[] {
  const values: (Value | undefined)[] = [];
  someAt(
    fields,
    path,
    (value) => {
      if (!isArray(value)) values.push(value ?? null);
      else if (value.length === 0) values.push(undefined);
      else values.push(...value);
      return false; // so that the search goes on
    },
    "whole",
  );
  return values.length === 0 ? [null] : values;
}

/** Text by which documents sort; of an array, the element that comes first in that direction. */
export function sortKey(fields: Fields, order: readonly OrderedPath[]): string {
  return order.map((field) => keysAt(fields, field).sort()[0]).join("");
}

/** The documents in that order; equal ones stay as they came. */
export function sorted<T extends Fields>(
  documents: Iterable<T>,
  order: readonly OrderedPath[],
): T[] {
  const keyed = Array.from(documents, (document) => ({ document, key: sortKey(document, order) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ document }) => document);
}
