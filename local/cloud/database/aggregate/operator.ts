import { refuseRequest } from "../refusal.ts";
import { isArray, isFields, isOperators, type Value } from "../value.ts";
import type { Evaluate } from "./scope.ts";

export type Result = Value | undefined;

/** An operator over evaluated arguments; those that need unevaluated ones are special forms. */
export type Operator = Positional | Named;

/** `{$subtract: [a, b]}`; a single argument may stand without its brackets. */
export type Positional = Readonly<{
  least: number;
  most: number;
  run(...args: readonly Result[]): Result;
}>;

/** `{$zip: {inputs, defaults}}`. */
export type Named = Readonly<{
  required: readonly string[];
  optional: readonly string[];
  /** The argument that an operand without names stands for: `{$year: "$date"}`. */
  sole?: string;
  run(args: Readonly<Record<string, Result>>): Result;
}>;

export function taking(least: number, most: number, run: Positional["run"]): Positional {
  return { least, most, run };
}

export function takingAtLeast(least: number, run: Positional["run"]): Positional {
  return { least, most: Number.POSITIVE_INFINITY, run };
}

export type Compile = (expression: Value) => Evaluate;

/** Compiles a call; a wrong number of arguments or an unknown name is refused here. */
export function callOperator(
  name: string,
  operator: Operator,
  operand: Value,
  compile: Compile,
): Evaluate {
  if ("least" in operator) return positionalCall(name, operator, operand, compile);
  const args = namedArguments(name, operator, operand, compile);
  return (scope) => {
    const values: Record<string, Result> = {};
    for (const [key, evaluate] of args) values[key] = evaluate(scope);
    return operator.run(values);
  };
}

function positionalCall(name: string, operator: Positional, operand: Value, compile: Compile) {
  const args = (isArray(operand) ? operand : [operand]).map(compile);
  const { least, most } = operator;
  if (args.length < least || args.length > most) {
    const expected = least === most ? `${least}` : `${least} to ${most}`;
    refuseRequest(`Expression ${name} takes ${expected} arguments, ${args.length} were given`);
  }
  const evaluate: Evaluate = (scope) => operator.run(...args.map((argument) => argument(scope)));
  return evaluate;
}

function namedArguments(
  name: string,
  { required, optional, sole }: Named,
  operand: Value,
  compile: Compile,
): [string, Evaluate][] {
  if (sole && (!isFields(operand) || isOperators(operand))) {
    if (isArray(operand) && operand.length !== 1) {
      refuseRequest(`Expression ${name} takes 1 argument, ${operand.length} were given`);
    }
    return [[sole, compile(isArray(operand) ? (operand[0] ?? null) : operand)]];
  }
  const named = namedOperands(name, operand, required, optional);
  return Object.entries(named).map(([key, value]) => [key, compile(value)]);
}

/** The operand as an object that has all required names and no unknown ones. */
export function namedOperands(
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[],
): Readonly<Record<string, Value>> {
  if (!isFields(operand)) refuseRequest(`${name} needs an object`);
  const missing = required.find((key) => !Object.hasOwn(operand, key));
  if (missing) refuseRequest(`${name} needs '${missing}'`);
  const unknown = Object.keys(operand).find((key) => ![...required, ...optional].includes(key));
  if (unknown) refuseRequest(`${name} does not know '${unknown}'`);
  return operand;
}
