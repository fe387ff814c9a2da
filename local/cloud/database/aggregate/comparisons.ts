import { compare } from "../order.ts";
import { type Operator, type Positional, taking, takingAtLeast } from "./operator.ts";
import { isNil, truthy } from "./scope.ts";

/** Compares values of any types in MongoDB's order, a missing one before null. */
export const comparisons: Readonly<Record<string, Operator>> = {
  $cmp: taking(2, 2, (a, b) => Math.sign(compare(a, b))),
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $not: taking(1, 1, (value) => !truthy(value)),
  $ifNull: takingAtLeast(2, (...args) => args.find((value) => !isNil(value)) ?? args.at(-1)),
};

function comparison(holds: (order: number) => boolean): Positional {
  return taking(2, 2, (a, b) => holds(compare(a, b)));
}
