import { refuseRequest } from "../refusal.ts";
import type { Value } from "../value.ts";

/** What `$let`, `$map`, `$filter`, `$reduce` and `$lookup` define; used as `$$name`. */
export type Variables = Readonly<Record<string, Value | undefined>>;

/** @property root the document that `$field` and `$$ROOT` speak of */
export type Scope = Readonly<{ root: Value; variables: Variables }>;

/** Undefined is MongoDB's "missing": a field set to it does not appear. */
export type Evaluate = (scope: Scope) => Value | undefined;

/** MongoDB's idea of true in expressions: everything but false, null, 0 and missing. */
export function truthy(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}

export function isNil(value: Value | undefined): value is null | undefined {
  return value === null || value === undefined;
}

/** @throws CloudError when no variable may be called so */
export function variableName(name: Value): string {
  if (typeof name !== "string" || !/^[a-z][A-Za-z0-9_]*$/.test(name)) {
    refuseRequest(`'${String(name)}' is not a variable name: it must start with a small letter`);
  }
  return name;
}
