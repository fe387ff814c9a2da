import { refuseRequest } from "../refusal.ts";
import { typeName, type Value } from "../value.ts";
import { type Operator, type Positional, type Result, taking, takingAtLeast } from "./operator.ts";
import { isNil } from "./scope.ts";

/** Over numbers, and dates where MongoDB allows them. Null or missing makes the result null. */
export const arithmetic: Readonly<Record<string, Operator>> = {
  $abs: unary("$abs", Math.abs),
  $ceil: unary("$ceil", Math.ceil),
  $exp: unary("$exp", Math.exp),
  $floor: unary("$floor", Math.floor),
  $ln: unary("$ln", (n) => Math.log(positive("$ln", n))),
  $log10: unary("$log10", (n) => Math.log10(positive("$log10", n))),
  $sqrt: unary("$sqrt", squareRoot),
  $trunc: unary("$trunc", Math.trunc),
  $divide: binary("$divide", (a, b) => (b === 0 ? refuseRequest("can't $divide by zero") : a / b)),
  $mod: binary("$mod", (a, b) => (b === 0 ? refuseRequest("can't $mod by zero") : a % b)),
  $pow: binary("$pow", power),
  $log: binary("$log", logarithm),
  $add: takingAtLeast(0, add),
  $multiply: takingAtLeast(0, multiply),
  $subtract: taking(2, 2, subtract),
};

function unary(name: string, run: (n: number) => number): Positional {
  return taking(1, 1, (n) => (isNil(n) ? null : run(numeric(name, n))));
}

function binary(name: string, run: (a: number, b: number) => number): Positional {
  return taking(2, 2, (a, b) =>
    isNil(a) || isNil(b) ? null : run(numeric(name, a), numeric(name, b)),
  );
}

function numeric(name: string, value: Value): number {
  if (typeof value === "number") return value;
  refuseRequest(`${name} only supports numeric types, not ${typeName(value)}`);
}

function positive(name: string, n: number): number {
  return n > 0 || Number.isNaN(n) ? n : refuseRequest(`${name}'s argument must be positive`);
}

function squareRoot(n: number): number {
  if (n < 0) refuseRequest("$sqrt's argument must be greater than or equal to 0");
  return Math.sqrt(n);
}

function power(base: number, exponent: number): number {
  if (base === 0 && exponent < 0)
    refuseRequest("$pow cannot take a base of 0 and a negative power");
  return base ** exponent;
}

function logarithm(n: number, base: number): number {
  if (base <= 0 || base === 1) refuseRequest("$log's base must be positive and not 1");
  return Math.log(positive("$log", n)) / Math.log(base);
}

function add(...args: readonly Result[]): Result {
  if (args.some(isNil)) return null;
  const dates = args.filter((value) => value instanceof Date);
  if (dates.length > 1) refuseRequest("only one date allowed in an $add expression");
  const sum = args.reduce<number>((total, value) => total + addend("$add", value), 0);
  return dates.length === 1 ? new Date(sum) : sum;
}

function addend(name: string, value: Result): number {
  if (value instanceof Date) return value.getTime();
  if (typeof value === "number") return value;
  refuseRequest(`${name} only supports numeric or date types, not ${typeName(value)}`);
}

function multiply(...args: readonly Result[]): Result {
  if (args.some(isNil)) return null;
  return args.reduce<number>((product, value) => product * numeric("$multiply", value ?? null), 1);
}

function subtract(a: Result, b: Result): Result {
  if (isNil(a) || isNil(b)) return null;
  if (b instanceof Date && !(a instanceof Date)) {
    refuseRequest(`cant $subtract a date from a ${typeName(a)}`);
  }
  const difference = addend("$subtract", a) - addend("$subtract", b);
  return a instanceof Date && !(b instanceof Date) ? new Date(difference) : difference;
}
