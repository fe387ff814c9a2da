import { refuseRequest, refuseUnsupported } from "../refusal.ts";
import { type Fields, fieldOf, isArray, isFields, isOperators, type Value } from "../value.ts";
import { arithmetic } from "./arithmetic.ts";
import { arrays } from "./arrays.ts";
import { comparisons } from "./comparisons.ts";
import { dates } from "./dates.ts";
import { callOperator, type Operator } from "./operator.ts";
import type { Evaluate } from "./scope.ts";
import { sets } from "./sets.ts";
import { specialForms } from "./specialForms.ts";
import { statistics } from "./statistics.ts";
import { strings } from "./strings.ts";

const operators: Readonly<Record<string, Operator>> = {
  ...arithmetic,
  ...arrays,
  ...comparisons,
  ...dates,
  ...statistics,
  ...sets,
  ...strings,
};

/** Compiles an aggregation expression; unknown operators are refused here, before any document. */
export function compileExpression(expression: Value): Evaluate {
  if (typeof expression === "string" && expression.startsWith("$$")) return variable(expression);
  if (typeof expression === "string" && expression.startsWith("$")) {
    const path = fieldPath(expression.slice(1));
    return ({ root }) => valueAt(root, path);
  }
  if (isArray(expression)) {
    const items = expression.map(compileExpression);
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (isOperators(expression)) return operatorCall(expression);
  if (isFields(expression)) return objectOf(expression);
  return () => expression;
}

function fieldPath(text: string): string[] {
  const path = text.split(".");
  if (path.some((name) => name === "" || name.startsWith("$"))) {
    refuseRequest(`'$${text}' is not a field path`);
  }
  return path;
}

/** On the way an array stands for the documents in it, and never for its elements by number. */
function valueAt(value: Value | undefined, path: readonly string[], depth = 0): Value | undefined {
  if (depth === path.length) return value;
  if (isFields(value)) return valueAt(fieldOf(value, path[depth] ?? ""), path, depth + 1);
  if (!isArray(value)) return undefined;
  return value.filter(isFields).flatMap((element) => {
    const found = valueAt(element, path, depth);
    return found === undefined ? [] : [found];
  });
}

function variable(expression: string): Evaluate {
  const [name = "", ...path] = fieldPath(expression.slice(2));
  switch (name) {
    case "ROOT":
    case "CURRENT":
      return ({ root }) => valueAt(root, path);
    case "REMOVE":
      return () => undefined;
    case "NOW":
    case "CLUSTER_TIME":
    case "DESCEND":
    case "KEEP":
    case "PRUNE":
      return refuseUnsupported(`The variable $$${name}`);
    default:
      return ({ variables }) => {
        if (!Object.hasOwn(variables, name)) refuseRequest(`Use of undefined variable: ${name}`);
        return valueAt(variables[name], path);
      };
  }
}

function objectOf(fields: Fields): Evaluate {
  const compiled = Object.entries(fields).map(([name, value]) => {
    if (/[$.]/.test(name)) refuseRequest(`An expression cannot make the field name '${name}'`);
    return [name, compileExpression(value)] as const;
  });
  return (scope) => {
    const result: Record<string, Value> = {};
    for (const [name, evaluate] of compiled) {
      const value = evaluate(scope);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

function operatorCall(call: Fields): Evaluate {
  const [[name, operand] = ["", null], ...others] = Object.entries(call);
  if (others.length > 0) {
    refuseRequest(`An expression must have exactly one operator, found ${Object.keys(call)}`);
  }
  const special = specialForms[name];
  if (special) return special(operand, compileExpression);
  const operator = operators[name];
  if (!operator) refuseUnsupported(`The aggregation operator ${name}`);
  return callOperator(name, operator, operand, compileExpression);
}
