import { compare, encode } from "../order.ts";
import type { Fields, Value } from "../value.ts";
import { mergeObjects } from "./arrays.ts";
import type { Result } from "./operator.ts";
import { isNil } from "./scope.ts";

/** Collects one field of a group: it is given a value for each document, missing ones included. */
export type Accumulator = Readonly<{ add(value: Result): void; result(): Value }>;

/** What `$group`, `$bucket` and `$bucketAuto` can compute. */
export const accumulators = {
  $addToSet: addToSet,
  $avg: average,
  $first: first,
  $last: last,
  $max: () => extreme(1),
  $mergeObjects: merge,
  $min: () => extreme(-1),
  $push: push,
  $stdDevPop: () => deviation(0),
  $stdDevSamp: () => deviation(1),
  $sum: sum,
} as const satisfies Record<string, () => Accumulator>;

function sum(): Accumulator {
  let total = 0;
  const add = (value: Result) => {
    if (typeof value === "number") total += value;
  };
  return { add, result: () => total };
}

function average(): Accumulator {
  const numbers = numbersAdded();
  const result = () => {
    const { count, total } = numbers.totals();
    return count === 0 ? null : total / count;
  };
  return { add: numbers.add, result };
}

function numbersAdded() {
  const values: number[] = [];
  return {
    values,
    add: (value: Result) => {
      if (typeof value === "number") values.push(value);
    },
    totals: () => ({ count: values.length, total: values.reduce((a, b) => a + b, 0) }),
  };
}

/** @param lost degrees of freedom: 0 for a whole population, 1 for a sample of it */
function deviation(lost: 0 | 1): Accumulator {
  const numbers = numbersAdded();
  const result = () => {
    const { count, total } = numbers.totals();
    if (count <= lost) return null;
    const mean = total / count;
    const squares = numbers.values.reduce((all, value) => all + (value - mean) ** 2, 0);
    return Math.sqrt(squares / (count - lost));
  };
  return { add: numbers.add, result };
}

/** The largest (1) or smallest (-1) value in MongoDB's order; null and missing do not count. */
function extreme(sign: 1 | -1): Accumulator {
  let best: Value = null;
  const add = (value: Result) => {
    if (isNil(value)) return;
    if (best === null || compare(value, best) * sign > 0) best = value;
  };
  return { add, result: () => best };
}

function first(): Accumulator {
  let found: { value: Value } | undefined;
  const add = (value: Result) => {
    found ??= { value: value ?? null };
  };
  return { add, result: () => found?.value ?? null };
}

function last(): Accumulator {
  let latest: Value = null;
  const add = (value: Result) => {
    latest = value ?? null;
  };
  return { add, result: () => latest };
}

function push(): Accumulator {
  const items: Value[] = [];
  const add = (value: Result) => {
    if (value !== undefined) items.push(value);
  };
  return { add, result: () => items };
}

function addToSet(): Accumulator {
  const items = new Map<string, Value>();
  const add = (value: Result) => {
    if (value !== undefined) items.set(encode(value), value);
  };
  return { add, result: () => [...items.values()] };
}

function merge(): Accumulator {
  let merged: Fields = {};
  const add = (value: Result) => {
    merged = mergeObjects(merged, value);
  };
  return { add, result: () => merged };
}
