import { compileOperators } from "./operators.ts";
import { compare, equal } from "./order.ts";
import { type OrderedPath, parsePath, sorted, type Test } from "./path.ts";
import type { Change } from "./place.ts";
import { compileQuery } from "./query.ts";
import { refuseRequest, refuseUnsupported } from "./refusal.ts";
import { type Fields, isArray, isFields, isOperators, typeName, type Value } from "./value.ts";

/** Makes the change that an operator works on the value at one path. */
type UpdateOperator = (operand: Value, path: string) => Change;

/** Every update operator that the SDK can build, except `$rename`, which works on two paths. */
export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $addToSet: addToSet,
  $bit: bit,
  $inc: (operand, path) => arithmetic("$inc", operand, path),
  $max: (operand) => extreme(operand, 1),
  $min: (operand) => extreme(operand, -1),
  $mul: (operand, path) => arithmetic("$mul", operand, path),
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $push: push,
  $set: (operand) => () => operand,
  $unset: () => () => undefined,
};

/** These find nothing to do at a place that cannot exist; the others are refused there. */
export const passable = ["$pop", "$pull", "$pullAll", "$unset"];

function arithmetic(name: "$inc" | "$mul", operand: Value, path: string): Change {
  if (typeof operand !== "number") {
    refuseRequest(`${name} at '${path}' needs a number, not ${typeName(operand)}`);
  }
  return (before = 0) => {
    if (typeof before !== "number") {
      const type = typeName(before);
      refuseRequest(`Cannot apply ${name} to '${path}', a value of non-numeric type ${type}`);
    }
    return name === "$inc" ? before + operand : before * operand;
  };
}

/** Sets the operand where it is larger (1) or smaller (-1) in MongoDB's order, or nothing is. */
function extreme(operand: Value, sign: 1 | -1): Change {
  return (before) =>
    before === undefined || compare(operand, before) * sign > 0 ? operand : before;
}

function bit(operand: Value, path: string): Change {
  const operations = isFields(operand) ? Object.entries(operand) : [];
  if (operations.length === 0) refuseRequest(`$bit at '${path}' needs {and}, {or} or {xor}`);
  return (before = 0) =>
    operations.reduce((result, [name, bits]) => bitwise(path, name, result, bits), before);
}

function bitwise(path: string, name: string, a: Value, b: Value): number {
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b)) {
    refuseRequest(`$bit at '${path}' works on whole numbers only`);
  }
  const [left, right] = [BigInt(Number(a)), BigInt(Number(b))];
  if (name === "and") return Number(left & right);
  if (name === "or") return Number(left | right);
  if (name === "xor") return Number(left ^ right);
  refuseUnsupported(`The $bit operation '${name}'`);
}

function arrayAt(path: string, before: Value): readonly Value[] {
  if (isArray(before)) return before;
  refuseRequest(`The field '${path}' must be an array but is of type ${typeName(before)}`);
}

function without(path: string, gone: Test): Change {
  return (before) =>
    before === undefined ? before : arrayAt(path, before).filter((element) => !gone(element));
}

function pop(operand: Value, path: string): Change {
  if (operand !== 1 && operand !== -1) refuseRequest(`$pop at '${path}' needs 1 or -1`);
  const [start, end] = operand === 1 ? [0, -1] : [1];
  return (before) => (before === undefined ? before : arrayAt(path, before).slice(start, end));
}

function pullAll(operand: Value, path: string): Change {
  if (!isArray(operand)) refuseRequest(`$pullAll at '${path}' needs an array`);
  return without(path, (element) => operand.some((value) => equal(element, value)));
}

/** `$pull` takes a value, operators on the element, or a query on the elements' fields. */
function pull(operand: Value, path: string): Change {
  if (operand instanceof RegExp) {
    return without(path, (element) =>
      typeof element === "string" ? operand.test(element) : equal(element, operand),
    );
  }
  if (!isFields(operand)) return without(path, (element) => equal(element, operand));
  if (isOperators(operand)) {
    const matches = compileOperators(operand, (query) => compileQuery(query).matches);
    return without(path, (element) => matches((test) => test(element)));
  }
  const { matches } = compileQuery(operand);
  return without(path, (element) => isFields(element) && matches(element));
}

function addToSet(operand: Value, path: string): Change {
  const each = isOperators(operand) ? operand.$each : [operand];
  if (!isArray(each) || (isOperators(operand) && Object.keys(operand).length > 1)) {
    refuseRequest(`$addToSet at '${path}' takes a value, or {$each: [values]} alone`);
  }
  return (before = []) => {
    const set = [...arrayAt(path, before)];
    for (const value of each) if (!set.some((element) => equal(element, value))) set.push(value);
    return set;
  };
}

function push(operand: Value, path: string): Change {
  const modifiers = isOperators(operand) ? operand : { $each: [operand] };
  const { $each: each, $position: position, $slice: slice, $sort: sort, ...others } = modifiers;
  const [unknown] = Object.keys(others);
  if (unknown) refuseUnsupported(`The $push modifier ${unknown}`);
  if (!isArray(each)) refuseRequest(`$push at '${path}': $each must be an array`);
  const at = wholeOr("$position", position, Number.POSITIVE_INFINITY);
  const most = wholeOr("$slice", slice, Number.POSITIVE_INFINITY);
  const order = sort === undefined ? undefined : sorting(sort);
  return (before = []) => {
    const array = arrayAt(path, before);
    const index = at < 0 ? Math.max(0, array.length + at) : at;
    const grown = [...array.slice(0, index), ...each, ...array.slice(index)];
    const inOrder = order ? order(grown) : grown;
    return most < 0 ? inOrder.slice(most) : inOrder.slice(0, most);
  };
}

function wholeOr(name: string, value: Value | undefined, missing: number): number {
  if (value === undefined) return missing;
  if (typeof value === "number" && Number.isInteger(value)) return value;
  refuseRequest(`${name} of $push must be a whole number`);
}

/** `1` or `-1` sorts by the elements themselves, `{field: 1}` by their fields. */
function sorting(sort: Value): (array: Value[]) => readonly Value[] {
  if (sort === 1 || sort === -1) return (array) => array.sort((a, b) => compare(a, b) * sort);
  if (!isFields(sort) || Object.keys(sort).length === 0) {
    refuseRequest("$sort of $push takes 1, -1 or an object of fields with 1 or -1");
  }
  const order = Object.entries(sort).map(([field, direction]): OrderedPath => {
    if (direction !== 1 && direction !== -1) refuseRequest("$sort of $push takes 1 or -1");
    return { path: ["element", ...parsePath(field)], direction };
  });
  return (array) => {
    const wrapped = array.map((element): Fields => ({ element }));
    return sorted(wrapped, order).map(({ element }) => element ?? null);
  };
}
