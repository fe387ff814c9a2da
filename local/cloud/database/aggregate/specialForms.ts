import { refuseRequest, refuseUnsupported } from "../refusal.ts";
import { isArray, isFields, type Value } from "../value.ts";
import { type Compile, namedOperands, type Result } from "./operator.ts";
import { type Evaluate, type Scope, truthy, variableName } from "./scope.ts";

type SpecialForm = (operand: Value, compile: Compile) => Evaluate;

/** The operators that evaluate an argument not at all, only sometimes, or once for each element. */
export const specialForms: Readonly<Record<string, SpecialForm>> = {
  $literal: (operand) => () => operand,
  $and: (operand, compile) => {
    const parts = list(operand).map(compile);
    return (scope) => parts.every((part) => truthy(part(scope)));
  },
  $or: (operand, compile) => {
    const parts = list(operand).map(compile);
    return (scope) => parts.some((part) => truthy(part(scope)));
  },
  $cond: cond,
  $switch: switchOf,
  $let: letIn,
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $meta: () => refuseUnsupported("The aggregation operator $meta"),
};

const list = (operand: Value) => (isArray(operand) ? operand : [operand]);

const withVariables = (scope: Scope, variables: Readonly<Record<string, Result>>): Scope => ({
  ...scope,
  variables: { ...scope.variables, ...variables },
});

function cond(operand: Value, compile: Compile): Evaluate {
  const names = ["if", "then", "else"];
  const named = isArray(operand) ? operand : namedOperands("$cond", operand, names, []);
  const parts = isArray(named) ? named : names.map((name) => named[name] ?? null);
  if (parts.length !== 3) refuseRequest("$cond takes 3 arguments");
  const [test, yes, no] = parts.map(compile);
  return (scope) => (truthy(test?.(scope)) ? yes : no)?.(scope);
}

function switchOf(operand: Value, compile: Compile): Evaluate {
  const { branches, default: fallback } = namedOperands(
    "$switch",
    operand,
    ["branches"],
    ["default"],
  );
  if (!isArray(branches) || branches.length === 0) refuseRequest("$switch needs branches");
  const compiled = branches.map((branch) => {
    const named = namedOperands("$switch", branch, ["case", "then"], []);
    return { test: compile(named.case ?? null), result: compile(named.then ?? null) };
  });
  const otherwise = fallback === undefined ? undefined : compile(fallback);
  return (scope) => {
    const branch = compiled.find(({ test }) => truthy(test(scope)))?.result ?? otherwise;
    if (!branch) refuseRequest("$switch found no branch that holds, and no default was given");
    return branch(scope);
  };
}

function letIn(operand: Value, compile: Compile): Evaluate {
  const { vars, in: body } = namedOperands("$let", operand, ["vars", "in"], []);
  if (!isFields(vars)) refuseRequest("$let needs vars to be an object");
  const compiled = Object.entries(vars).map(
    ([name, value]) => [variableName(name), compile(value)] as const,
  );
  const inside = compile(body ?? null);
  return (scope) => {
    const values = compiled.map(([name, evaluate]) => [name, evaluate(scope)] as const);
    return inside(withVariables(scope, Object.fromEntries(values)));
  };
}

function map(operand: Value, compile: Compile): Evaluate {
  const named = namedOperands("$map", operand, ["input", "in"], ["as"]);
  const body = compile(named.in ?? null);
  return overArray("$map", named, compile, (items, inScope) =>
    items.map((item) => body(inScope(item)) ?? null),
  );
}

function filter(operand: Value, compile: Compile): Evaluate {
  const named = namedOperands("$filter", operand, ["input", "cond"], ["as"]);
  const test = compile(named.cond ?? null);
  return overArray("$filter", named, compile, (items, inScope) =>
    items.filter((item) => truthy(test(inScope(item)))),
  );
}

function overArray(
  name: string,
  named: Readonly<Record<string, Value>>,
  compile: Compile,
  run: (items: readonly Value[], inScope: (item: Value) => Scope) => Value,
): Evaluate {
  const input = compile(named.input ?? null);
  const as = variableName(named.as ?? "this");
  return (scope) => {
    const items = input(scope) ?? null;
    if (items === null) return null;
    if (!isArray(items)) refuseRequest(`input to ${name} must be an array`);
    return run(items, (item) => withVariables(scope, { [as]: item }));
  };
}

function reduce(operand: Value, compile: Compile): Evaluate {
  const named = namedOperands("$reduce", operand, ["input", "initialValue", "in"], []);
  const initial = compile(named.initialValue ?? null);
  const body = compile(named.in ?? null);
  return (scope) => {
    const input = { input: named.input ?? null };
    const inside = overArray("$reduce", input, compile, (items, inScope) =>
      items.reduce<Value>(
        (value, item) => body(withVariables(inScope(item), { value })) ?? null,
        initial(scope) ?? null,
      ),
    );
    return inside(scope);
  };
}
