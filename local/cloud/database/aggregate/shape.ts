import { refuseRequest } from "../refusal.ts";
import { type Fields, isArray, isFields, isOperators, type Value } from "../value.ts";
import type { Evaluate, Variables } from "./scope.ts";

/**
 * What a projection does with one field.
 * @property change gives undefined to leave the field out
 * @property includes whether it asks, like `1`, that only named fields stay
 */
export type Leaf =
  | "include"
  | "exclude"
  | Readonly<{ compute: Evaluate }>
  | Readonly<{ change: (value: Value) => Value | undefined; includes: boolean }>;

type Branch = Map<string, Branch | Leaf>;

/** Reads what a projection says of one field; an object that names fields within is taken apart. */
export type ReadLeaf = (value: Value, path: string) => Leaf;

export type Shape = (document: Fields, variables?: Variables) => Fields;

/**
 * Compiles `{a: 1, "b.c": 1}` or `{a: 0}`. Fields are either all named that stay (and `_id` stays
 * without being named) or all that go; only `_id: 0` may stand among those that stay.
 */
export function compileShape(spec: Fields, readLeaf: ReadLeaf): Shape {
  const tree: Branch = new Map();
  const computed: Computed[] = [];
  for (const [path, leaf] of leavesOf(spec, "", readLeaf)) {
    plant(tree, path, leaf);
    if (typeof leaf === "object" && "compute" in leaf) {
      computed.push({ path: path.split("."), evaluate: leaf.compute });
    }
  }
  if (tree.size === 0) refuseRequest("A projection must have at least one field");
  const keeps = modeOf(tree) === "include";
  if (keeps && !tree.has("_id")) tree.set("_id", "include");
  return (document, variables = {}) =>
    addComputed(pruned(document, tree, keeps), computed, document, variables);
}

function leavesOf(spec: Fields, prefix: string, readLeaf: ReadLeaf): [string, Leaf][] {
  return Object.entries(spec).flatMap(([name, value]): [string, Leaf][] => {
    const path = prefix + name;
    if (path.split(".").some((part) => part === "" || part.startsWith("$"))) {
      refuseRequest(`'${path}' is not a field path of a projection`);
    }
    if (isFields(value) && !isOperators(value)) {
      if (Object.keys(value).length === 0) refuseRequest(`The projection of '${path}' is empty`);
      return leavesOf(value, `${path}.`, readLeaf);
    }
    return [[path, readLeaf(value, path)]];
  });
}

function plant(tree: Branch, path: string, leaf: Leaf): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  let branch = tree;
  for (const name of names) {
    const next = branch.get(name) ?? new Map();
    if (!(next instanceof Map)) refuseRequest(`Path collision at ${path}`);
    branch.set(name, next);
    branch = next;
  }
  if (branch.has(last)) refuseRequest(`Path collision at ${path}`);
  branch.set(last, leaf);
}

function modeOf(tree: Branch): "include" | "exclude" {
  const leaves = [...tree].flatMap(([name, node]) =>
    name === "_id" && node === "exclude" && tree.size > 1 ? [] : leavesUnder(node),
  );
  const includes = leaves.some(
    (leaf) =>
      leaf === "include" || (typeof leaf === "object" && ("compute" in leaf || leaf.includes)),
  );
  if (includes && leaves.includes("exclude")) {
    refuseRequest("A projection cannot both include and exclude fields");
  }
  return includes ? "include" : "exclude";
}

function leavesUnder(node: Branch | Leaf): Leaf[] {
  return node instanceof Map ? [...node.values()].flatMap(leavesUnder) : [node];
}

/** @param keeps whether only named fields stay */
function pruned(fields: Fields, branch: Branch, keeps: boolean): Fields {
  const result: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    const node = branch.get(name) ?? (keeps ? "exclude" : "include");
    const left = node instanceof Map ? within(value, node, keeps) : applied(value, node);
    if (left !== undefined) result[name] = left;
  }
  return result;
}

function applied(value: Value, leaf: Leaf): Value | undefined {
  if (leaf === "include") return value;
  return leaf === "exclude" || "compute" in leaf ? undefined : leaf.change(value);
}

/** Goes through arrays; a value that has no fields goes when only named fields stay. */
function within(value: Value, branch: Branch, keeps: boolean): Value | undefined {
  if (isFields(value)) return pruned(value, branch, keeps);
  if (!isArray(value)) return keeps ? undefined : value;
  return value.flatMap((element) => {
    const left = within(element, branch, keeps);
    return left === undefined ? [] : [left];
  });
}

/** A field to set to what an expression gives; missing takes the field away. */
export type Computed = Readonly<{ path: readonly string[]; evaluate: Evaluate }>;

/** Sets fields of `fields` to values computed from `root`. */
export function addComputed(
  fields: Fields,
  computed: readonly Computed[],
  root: Fields,
  variables: Variables,
): Fields {
  return computed.reduce<Fields>((result, { path, evaluate }) => {
    return setAt(result, path, evaluate({ root, variables }));
  }, fields);
}

/** In an array the field is set on every element; what has no fields is replaced by an object. */
export function setAt(at: Fields, path: readonly string[], value: Value | undefined): Fields {
  const [name = "", ...rest] = path;
  const set = (before: Value | undefined): Value | undefined => {
    if (rest.length === 0) return value;
    if (isArray(before)) return before.map((element) => set(element) ?? null);
    return setAt(isFields(before) ? before : {}, rest, value);
  };
  const after = set(Object.hasOwn(at, name) ? at[name] : undefined);
  if (after !== undefined) return { ...at, [name]: after };
  const { [name]: _, ...others } = at;
  return others;
}
