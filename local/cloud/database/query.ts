import { compileExpression } from "./aggregate/expression.ts";
import { truthy, type Variables } from "./aggregate/scope.ts";
import { compileOperators, compileValue } from "./operators.ts";
import { parsePath, someAt } from "./path.ts";
import { refuseRequest, refuseUnsupported } from "./refusal.ts";
import { type Fields, isArray, isFields, isOperators, type Value } from "./value.ts";

/** A compiled query. Compiling refuses unknown operators by name, even over an empty collection. */
export type Query = Readonly<{
  /** @param variables what `let` of a `$lookup` defined, for `$expr` */
  matches(document: Fields, variables?: Variables): boolean;
  /** What every matching document fulfils and an index can serve; `matches` is still asked. */
  conditions: readonly Condition[];
}>;

export type Condition = Readonly<{ path: string; operator: Indexable; operand: Value }>;

const indexable = ["$eq", "$in", "$gt", "$gte", "$lt", "$lte"] as const;
type Indexable = (typeof indexable)[number];

type Matches = Query["matches"];

export function compileQuery(query: Fields): Query {
  const parts = Object.entries(query).map(([name, operand]) =>
    name.startsWith("$") ? compileLogic(name, operand) : compileField(name, operand),
  );
  return {
    matches: every(parts.map((part) => part.matches)),
    conditions: parts.flatMap((part) => part.conditions),
  };
}

const every =
  (parts: readonly Matches[]): Matches =>
  (document, variables) =>
    parts.every((matches) => matches(document, variables));

function compileField(name: string, value: Value): Query {
  const path = parsePath(name);
  if (isFields(value) && !isOperators(value) && Object.keys(value).some((key) => key[0] === "$")) {
    refuseRequest(`The condition on '${name}' mixes operators and fields`);
  }
  const matcher = isOperators(value)
    ? compileOperators(value, (query) => compileQuery(query).matches)
    : compileValue(value);
  return {
    matches: (document) => matcher((test, leaf) => someAt(document, path, test, leaf)),
    conditions: conditionsOn(name, value),
  };
}

function conditionsOn(path: string, value: Value): Condition[] {
  if (value instanceof RegExp) return [];
  if (!isOperators(value)) return [{ path, operator: "$eq", operand: value }];
  return indexable.flatMap((operator) => {
    const operand = value[operator];
    return operand === undefined ? [] : [{ path, operator, operand }];
  });
}

function compileLogic(name: string, operand: Value): Query {
  switch (name) {
    case "$and": {
      const parts = subqueries(name, operand);
      return {
        matches: every(parts.map((part) => part.matches)),
        conditions: parts.flatMap((part) => part.conditions),
      };
    }
    case "$or":
    case "$nor": {
      const parts = subqueries(name, operand);
      const wanted = name === "$or";
      const some: Matches = (document, variables) =>
        parts.some((part) => part.matches(document, variables)) === wanted;
      return { matches: some, conditions: [] };
    }
    case "$expr":
      return { matches: expression(operand), conditions: [] };
    default:
      return refuseUnsupported(`The query operator ${name}`);
  }
}

function subqueries(name: string, operand: Value): Query[] {
  if (!isArray(operand) || operand.length === 0) refuseRequest(`${name} must be a nonempty array`);
  return operand.map((query) => {
    if (!isFields(query)) refuseRequest(`${name} entries need to be full objects`);
    return compileQuery(query);
  });
}

function expression(operand: Value): Matches {
  const evaluate = compileExpression(operand);
  return (document, variables = {}) => truthy(evaluate({ root: document, variables }));
}
