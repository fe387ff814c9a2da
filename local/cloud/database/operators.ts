import { regularExpression } from "./ejson.ts";
import { compare, equal, typeMark } from "./order.ts";
import type { Leaf, Test } from "./path.ts";
import { refuseRequest, refuseUnsupported } from "./refusal.ts";
import { type Fields, isArray, isFields, isOperators, type Value } from "./value.ts";

/**
 * What an operator asks of a path: it is handed `some`, which says whether one of the values found
 * there passes a test. So `$ne` is "not some equal", and `$elemMatch` can ask one element alone.
 */
export type Matcher = (some: (test: Test, leaf: Leaf) => boolean) => boolean;

/** Compiles the query inside `$elemMatch`; given by `query.ts`, which itself uses this file. */
export type CompileQuery = (query: Fields) => (document: Fields) => boolean;

/** Compiles `{$gt: 1, $lt: 5}`: all of them must hold. */
export function compileOperators(operators: Fields, compileQuery: CompileQuery): Matcher {
  if (Object.hasOwn(operators, "$options") && !Object.hasOwn(operators, "$regex")) {
    refuseRequest("$options needs a $regex");
  }
  const matchers = Object.entries(operators)
    .filter(([name]) => name !== "$options")
    .map(([name, operand]) => compileOperator(name, operand, operators, compileQuery));
  return (some) => matchers.every((matches) => matches(some));
}

/** Compiles a value that stands without an operator: a regular expression matches, others equal. */
export function compileValue(value: Value): Matcher {
  return onElements(value instanceof RegExp ? matching(value) : equalTo(value));
}

function compileOperator(
  name: string,
  operand: Value,
  operators: Fields,
  compileQuery: CompileQuery,
): Matcher {
  switch (name) {
    case "$eq":
      return onElements(equalTo(operand));
    case "$ne":
      refuseRegExp(name, operand);
      return negated(onElements(equalTo(operand)));
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte":
      refuseRegExp(name, operand);
      return onElements(comparison(name, operand));
    case "$in":
      return onElements(oneOf(name, operand));
    case "$nin":
      return negated(onElements(oneOf(name, operand)));
    case "$not":
      return negated(notOperand(operand, compileQuery));
    case "$exists":
      return operand ? onElements(isThere) : negated(onElements(isThere));
    case "$mod":
      return onElements(remainder(operand));
    case "$regex":
      return onElements(matching(regexOperand(operand, operators.$options)));
    case "$all":
      return all(operand, compileQuery);
    case "$size":
      return onWhole(hasSize(operand));
    case "$elemMatch":
      return onWhole(elemMatch(operand, compileQuery));
    default:
      return refuseUnsupported(`The query operator ${name}`);
  }
}

const onElements =
  (test: Test): Matcher =>
  (some) =>
    some(test, "elements");

const onWhole =
  (test: Test): Matcher =>
  (some) =>
    some(test, "whole");

const negated =
  (matcher: Matcher): Matcher =>
  (some) =>
    !matcher(some);

const isThere: Test = (value) => value !== undefined;

/** Null also finds what is missing. */
function equalTo(operand: Value): Test {
  return operand === null
    ? (value) => value === null || value === undefined
    : (value) => equal(value, operand);
}

function matching(pattern: RegExp): Test {
  return (value) => (typeof value === "string" ? pattern.test(value) : equal(value, pattern));
}

/** Compares only with values of the operand's own type, as MongoDB does ("type bracketing"). */
function comparison(name: "$gt" | "$gte" | "$lt" | "$lte", operand: Value): Test {
  const orEqual = name.endsWith("e");
  const sign = name.startsWith("$g") ? 1 : -1;
  const mark = typeMark(operand);
  const nan = typeof operand === "number" && Number.isNaN(operand);
  return (found) => {
    const value = found ?? null;
    if (typeMark(value) !== mark) return false;
    // NaN is neither above nor below any number.
    if (nan || (typeof value === "number" && Number.isNaN(value))) {
      return orEqual && equal(value, operand);
    }
    const order = compare(value, operand);
    return order === 0 ? orEqual : Math.sign(order) === sign;
  };
}

function oneOf(name: string, operand: Value): Test {
  if (!isArray(operand)) refuseRequest(`${name} needs an array`);
  const tests = operand.map((value) => {
    if (isOperators(value)) refuseRequest(`cannot nest $ under ${name}`);
    return value instanceof RegExp ? matching(value) : equalTo(value);
  });
  return (value) => tests.some((test) => test(value));
}

function remainder(operand: Value): Test {
  const [divisor, rest] = isArray(operand) && operand.length === 2 ? operand : [];
  if (typeof divisor !== "number" || typeof rest !== "number") {
    refuseRequest("malformed mod, needs to be an array of two numbers");
  }
  const whole = Math.trunc(divisor);
  if (whole === 0) refuseRequest("divisor cannot be 0");
  return (value) => typeof value === "number" && Math.trunc(value) % whole === Math.trunc(rest);
}

function regexOperand(pattern: Value, options: Value | undefined): RegExp {
  if (options !== undefined && typeof options !== "string") refuseRequest("$options must be text");
  if (typeof pattern === "string") return regularExpression(pattern, options ?? "");
  if (!(pattern instanceof RegExp)) refuseRequest("$regex has to be a regular expression");
  return options === undefined ? pattern : regularExpression(pattern.source, options);
}

function refuseRegExp(name: string, operand: Value): void {
  if (operand instanceof RegExp) refuseRequest(`${name} cannot take a regular expression`);
}

function notOperand(operand: Value, compileQuery: CompileQuery): Matcher {
  if (operand instanceof RegExp) return compileValue(operand);
  if (!isOperators(operand)) refuseRequest("$not needs operators or a regular expression");
  return compileOperators(operand, compileQuery);
}

function all(operand: Value, compileQuery: CompileQuery): Matcher {
  if (!isArray(operand)) refuseRequest("$all needs an array");
  const matchers = operand.map((item) => {
    if (!isOperators(item)) return compileValue(item);
    if (!Object.hasOwn(item, "$elemMatch")) refuseRequest("no $ expressions in $all");
    return compileOperators(item, compileQuery);
  });
  return (some) => matchers.length > 0 && matchers.every((matches) => matches(some));
}

function hasSize(operand: Value): Test {
  if (typeof operand !== "number" || !Number.isInteger(operand) || operand < 0) {
    refuseRequest("$size must be a whole number that is not negative");
  }
  return (value) => isArray(value) && value.length === operand;
}

const logic = ["$and", "$or", "$nor", "$expr"];

/** `{$elemMatch: {$gt: 1}}` asks each element itself, `{$elemMatch: {a: 1}}` its fields. */
function elemMatch(operand: Value, compileQuery: CompileQuery): Test {
  if (!isFields(operand)) refuseRequest("$elemMatch needs an Object");
  if (isOperators(operand) && !logic.includes(Object.keys(operand)[0] ?? "")) {
    const matches = compileOperators(operand, compileQuery);
    return (value) => isArray(value) && value.some((item) => matches((test) => test(item)));
  }
  const matches = compileQuery(operand);
  const asFields = (item: Value) => (isArray(item) ? { ...item } : item);
  return (value) =>
    isArray(value) &&
    value.some((item) => {
      const fields = asFields(item);
      return isFields(fields) && matches(fields);
    });
}
