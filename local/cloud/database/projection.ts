import { compileShape, type Leaf, type Shape } from "./aggregate/shape.ts";
import { compileOperators } from "./operators.ts";
import { compileQuery } from "./query.ts";
import { refuseRequest, refuseUnsupported } from "./refusal.ts";
import { type Fields, isArray, isOperators, type Value } from "./value.ts";

/** Compiles what `field()` sends: for each field 1, 0, `project.slice` or `project.elemMatch`. */
export function compileProjection(spec: Fields): Shape {
  return Object.keys(spec).length === 0 ? (document) => document : compileShape(spec, readLeaf);
}

function readLeaf(value: Value, path: string): Leaf {
  if (typeof value === "number" || typeof value === "boolean") return value ? "include" : "exclude";
  if (!isOperators(value)) refuseRequest(`The projection of '${path}' must be 1 or 0`);
  const [[name, operand] = ["", null], ...others] = Object.entries(value);
  if (others.length > 0) refuseRequest(`The projection of '${path}' has more than one operator`);
  if (name === "$slice") return { change: slice(operand), includes: false };
  if (name === "$elemMatch") return { change: elemMatch(operand), includes: true };
  return refuseUnsupported(`The projection operator ${name}`);
}

/** `n` for the first n elements, `-n` for the last, `[skip, n]` for n elements after some. */
function slice(operand: Value): (value: Value) => Value {
  const [from, count] = isArray(operand) ? operand : [0, operand];
  if (!isWhole(from) || !isWhole(count) || (isArray(operand) && count <= 0)) {
    refuseRequest("$slice takes a whole number, or two of which the second is positive");
  }
  if (!isArray(operand) && count < 0)
    return (value) => (isArray(value) ? value.slice(count) : value);
  return (value) => {
    if (!isArray(value)) return value;
    const start = from < 0 ? Math.max(0, value.length + from) : from;
    return value.slice(start, start + count);
  };
}

function isWhole(value: Value | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value);
}

/** Keeps of an array the first element that matches, or leaves the field out. */
function elemMatch(operand: Value): (value: Value) => Value | undefined {
  const matches = compileOperators({ $elemMatch: operand }, (query) => compileQuery(query).matches);
  return (value) => {
    const found = isArray(value)
      ? value.find((item) => matches((test) => test([item])))
      : undefined;
    return found === undefined ? undefined : [found];
  };
}
