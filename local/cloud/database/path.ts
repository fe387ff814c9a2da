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
  const positional = names.find((name) => name.startsWith("$"));
  if (positional) refuseUnsupported(`The positional '${positional}' in the path '${path}'`);
  return names;
}

/**
 * Whether a value that MongoDB finds at the path passes the test. On the way an array stands for
 * each of the documents in it, and a number in the path also for the element with that index.
 */
export function someAt(fields: Fields, path: readonly string[], test: Test, leaf: Leaf): boolean {
  return from(fields, 0);

  function from(at: Fields, depth: number): boolean {
    const value = fieldOf(at, path[depth] ?? "");
    if (depth === path.length - 1) return testLeaf(value);
    if (isArray(value)) return within(value, depth + 1);
    return isFields(value) ? from(value, depth + 1) : test(undefined);
  }

  function testLeaf(value: Value | undefined): boolean {
    if (leaf === "elements" && isArray(value) && value.some(test)) return true;
    return test(value);
  }

  function within(array: readonly Value[], depth: number): boolean {
    return array.some((element, index) => {
      if (isFields(element) && from(element, depth)) return true;
      if (path[depth] !== String(index)) return false;
      if (depth === path.length - 1) return test(element);
      if (isFields(element)) return from(element, depth + 1);
      return isArray(element) && within(element, depth + 1);
    });
  }
}

/** One field of an index or of a sort: the path, and 1 for ascending or -1 for descending. */
export type OrderedPath = Readonly<{ path: readonly string[]; direction: 1 | -1 }>;

/**
 * The texts under which a document is found at the path of an index field: one for each element of
 * an array, and one for an empty array, which sorts before null. A missing value counts as null.
 */
export function keysAt(fields: Fields, { path, direction }: OrderedPath): string[] {
  const values: (Value | undefined)[] = [];
  const collect = (value: Value | undefined) => {
    if (!isArray(value)) values.push(value ?? null);
    else if (value.length === 0) values.push(undefined);
    else values.push(...value);
    return false;
  };
  someAt(fields, path, collect, "whole");
  if (values.length === 0) values.push(null);
  const keys = values.length === 1 ? values.map(encode) : [...new Set(values.map(encode))];
  return direction === 1 ? keys : keys.map(reversed);
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
