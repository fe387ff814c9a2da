import { encode } from "../order.ts";
import { refuseRequest } from "../refusal.ts";
import { typeName, type Value } from "../value.ts";
import { arrayOf } from "./arrays.ts";
import { type Operator, type Result, taking, takingAtLeast } from "./operator.ts";
import { isNil, truthy } from "./scope.ts";

/** Over arrays as sets: no order, no value twice. Results are in the order of first appearance. */
export const sets: Readonly<Record<string, Operator>> = {
  $allElementsTrue: taking(1, 1, (set) =>
    arrayOf("$allElementsTrue's argument", set).every(truthy),
  ),
  $anyElementTrue: taking(1, 1, (set) => arrayOf("$anyElementTrue's argument", set).some(truthy)),
  $setDifference: taking(2, 2, difference),
  $setEquals: takingAtLeast(2, equals),
  $setIntersection: takingAtLeast(0, intersection),
  $setIsSubset: taking(2, 2, isSubset),
  $setUnion: takingAtLeast(0, union),
};

type ValueSet = ReadonlyMap<string, Value>;

function setOf(name: string, value: Result): ValueSet {
  const items = arrayOf(`each argument of ${name}`, value);
  return new Map(items.map((item) => [encode(item), item]));
}

function difference(a: Result, b: Result): Result {
  if (isNil(a) || isNil(b)) return null;
  const without = setOf("$setDifference", b);
  return [...setOf("$setDifference", a)].filter(([key]) => !without.has(key)).map(([, v]) => v);
}

function equals(...args: readonly Result[]): Result {
  const [first, ...others] = args.map((value) => setOf("$setEquals", value));
  return others.every((set) => set.size === first?.size && covers(set, first));
}

function intersection(...args: readonly Result[]): Result {
  if (args.some(isNil)) return null;
  const [first = new Map(), ...others] = args.map((value) => setOf("$setIntersection", value));
  return [...first].filter(([key]) => others.every((set) => set.has(key))).map(([, v]) => v);
}

function union(...args: readonly Result[]): Result {
  if (args.some(isNil)) return null;
  const all = args.flatMap((value) => [...setOf("$setUnion", value)]);
  return [...new Map(all).values()];
}

function isSubset(a: Result, b: Result): Result {
  if (isNil(a) || isNil(b)) refuseRequest(`$setIsSubset needs arrays, not ${typeName(a ?? b)}`);
  return covers(setOf("$setIsSubset", b), setOf("$setIsSubset", a));
}

function covers(set: ValueSet, part: ValueSet): boolean {
  return [...part.keys()].every((key) => set.has(key));
}
