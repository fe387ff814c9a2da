import { equal } from "../order.ts";
import { refuseRequest } from "../refusal.ts";
import { type Fields, isArray, isFields, typeName, type Value } from "../value.ts";
import { type Named, type Operator, type Result, taking, takingAtLeast } from "./operator.ts";
import { isNil } from "./scope.ts";

/** @param what as in "$size's argument" */
export function arrayOf(what: string, value: Result): readonly Value[] {
  if (isArray(value)) return value;
  refuseRequest(`${what} must be an array, but is of type ${typeName(value)}`);
}

export function wholeNumber(what: string, value: Result): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  refuseRequest(`${what} must be a whole number`);
}

/** @returns missing when the array is shorter */
function elementAt(value: Result, index: Result): Result {
  if (isNil(value) || isNil(index)) return null;
  return arrayOf("$arrayElemAt's first argument", value).at(
    wholeNumber("$arrayElemAt's second argument", index),
  );
}

function arrayToObject(value: Result): Result {
  if (isNil(value)) return null;
  const pairs = arrayOf("$arrayToObject's argument", value).map((item) => {
    const pair = isFields(item) ? [item.k, item.v] : isArray(item) ? item : [];
    const [name, content] = pair;
    if (pair.length !== 2 || typeof name !== "string" || content === undefined) {
      refuseRequest("$arrayToObject needs pairs [k, v] or objects {k, v}, with k a string");
    }
    return [name, content] as const;
  });
  return Object.fromEntries(pairs);
}

function objectToArray(value: Result): Result {
  if (isNil(value)) return null;
  if (!isFields(value)) refuseRequest(`$objectToArray needs an object, not ${typeName(value)}`);
  return Object.entries(value).map(([k, v]) => ({ k, v }));
}

export function mergeObjects(...args: readonly Result[]): Fields {
  const objects = args.map((value) => {
    if (isNil(value)) return {};
    if (!isFields(value)) refuseRequest(`$mergeObjects needs objects, not ${typeName(value)}`);
    return value;
  });
  return Object.assign({}, ...objects);
}

function concatenate(...args: readonly Result[]): Result {
  if (args.some(isNil)) return null;
  return args.flatMap((value) => arrayOf("$concatArrays's argument", value));
}

function isIn(value: Result, array: Result): Result {
  return arrayOf("$in's second argument", array).some((item) => equal(item, value));
}

function indexOf(array: Result, value: Result, start: Result, end: Result): Result {
  if (isNil(array)) return null;
  const items = arrayOf("$indexOfArray's first argument", array);
  const [from, to] = bounds("$indexOfArray", items.length, start, end);
  const at = items.slice(from, to).findIndex((item) => equal(item, value));
  return at < 0 ? -1 : at + from;
}

/** The optional bounds of a search: whole numbers that are not negative. */
export function bounds(name: string, length: number, start: Result, end: Result): [number, number] {
  const from = start === undefined ? 0 : wholeNumber(`${name}'s start`, start);
  const to = end === undefined ? length : wholeNumber(`${name}'s end`, end);
  if (from < 0 || to < 0) refuseRequest(`${name}'s bounds must not be negative`);
  return [Math.min(from, length), Math.max(from, Math.min(to, length))];
}

function range(start: Result, end: Result, step: Result = 1): Result {
  const from = wholeNumber("$range's start", start);
  const to = wholeNumber("$range's end", end);
  const by = wholeNumber("$range's step", step);
  if (by === 0) refuseRequest("$range's step must not be 0");
  const length = Math.max(0, Math.ceil((to - from) / by));
  if (length > 1_000_000) refuseRequest("$range would make more than a million numbers");
  return Array.from({ length }, (_, index) => from + index * by);
}

function reverse(value: Result): Result {
  return isNil(value) ? null : [...arrayOf("$reverseArray's argument", value)].reverse();
}

function size(value: Result): Result {
  return arrayOf("$size's argument", value).length;
}

/** `[array, count]`, a negative count from the end; or `[array, position, count]`. */
function slice(value: Result, first: Result, second: Result): Result {
  if (isNil(value) || isNil(first) || second === null) return null;
  const items = arrayOf("$slice's first argument", value);
  const position = wholeNumber("$slice's second argument", first);
  if (second === undefined) return position < 0 ? items.slice(position) : items.slice(0, position);
  const count = wholeNumber("$slice's third argument", second);
  if (count <= 0) refuseRequest("$slice's third argument must be positive");
  const from = position < 0 ? Math.max(0, items.length + position) : position;
  return items.slice(from, from + count);
}

const zip: Named = {
  required: ["inputs"],
  optional: ["useLongestLength", "defaults"],
  run: ({ inputs, useLongestLength = false, defaults }) => {
    const rows = arrayOf("$zip's inputs", inputs);
    if (rows.length === 0) refuseRequest("$zip needs at least one input");
    if (rows.some(isNil)) return null;
    if (defaults !== undefined && useLongestLength !== true) {
      refuseRequest("$zip takes defaults only when useLongestLength is true");
    }
    const lists = rows.map((row) => arrayOf("each of $zip's inputs", row));
    const fill = defaults === undefined ? lists.map(() => null) : arrayOf("defaults", defaults);
    if (fill.length !== lists.length) refuseRequest("$zip needs as many defaults as inputs");
    const lengths = lists.map((items) => items.length);
    const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, at) =>
      lists.map((items, list) => (at < items.length ? items[at] : fill[list]) ?? null),
    );
  },
};

/** Over arrays, and between arrays and objects. */
export const arrays: Readonly<Record<string, Operator>> = {
  $arrayElemAt: taking(2, 2, elementAt),
  $arrayToObject: taking(1, 1, arrayToObject),
  $concatArrays: takingAtLeast(0, concatenate),
  $in: taking(2, 2, isIn),
  $indexOfArray: taking(2, 4, indexOf),
  $isArray: taking(1, 1, (value) => isArray(value)),
  $mergeObjects: takingAtLeast(0, mergeObjects),
  $objectToArray: taking(1, 1, objectToArray),
  $range: taking(2, 3, range),
  $reverseArray: taking(1, 1, reverse),
  $size: taking(1, 1, size),
  $slice: taking(2, 3, slice),
  $zip: zip,
};
