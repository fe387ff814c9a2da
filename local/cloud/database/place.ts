import { refuseRequest } from "./refusal.ts";
import { type Fields, fieldOf, isArray, isFields, typeName, type Value } from "./value.ts";

/** MongoDB's limit for the nulls that setting `a.1000000` puts before it. */
const backfillMax = 1_500_000;

/** What stands at a place before a change, and after it; undefined is nothing. */
export type Change = (before: Value | undefined) => Value | undefined;

/**
 * A copy of the document in which the value at the path is changed; what is not on the way is
 * shared. Objects on the way are made where they are missing, and only when there is something to
 * put into them.
 * @param passable whether a place that cannot exist (inside a number) is left alone, not refused
 */
export function changeAt(
  document: Fields,
  path: readonly string[],
  change: Change,
  passable = false,
): Fields {
  const changed = inside(document, path, change, passable);
  return isFields(changed) ? changed : document;
}

function inside(at: Value | undefined, path: readonly string[], change: Change, passable: boolean) {
  const [name, ...rest] = path;
  if (name === undefined) return change(at);
  const next = (before: Value | undefined) => inside(before, rest, change, passable);
  if (at === undefined || isFields(at)) return inFields(at, name, next);
  if (isArray(at) && /^(0|[1-9]\d*)$/.test(name)) return inArray(at, Number(name), next);
  if (passable) return at;
  refuseRequest(`Cannot create field '${name}' in an element of type ${typeName(at)}`);
}

function inFields(at: Fields | undefined, name: string, change: Change): Fields | undefined {
  const before = at && fieldOf(at, name);
  const after = change(before);
  if (after === before) return at;
  if (after !== undefined) return { ...at, [name]: after };
  const { [name]: _, ...others } = at ?? {};
  return others;
}

/** An element is never taken out: it becomes null, so that the others keep their numbers. */
function inArray(at: readonly Value[], index: number, change: Change): readonly Value[] {
  const before = at[index];
  const after = change(before);
  if (after === before) return at;
  if (index - at.length > backfillMax) refuseRequest(`The array index ${index} is too far away`);
  const copy = [...at];
  while (copy.length < index) copy.push(null);
  copy[index] = after ?? null;
  return copy;
}

/** The value at a path of names and array indexes. */
export function valueAt(document: Fields, path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((at, name) => {
    if (isFields(at)) return fieldOf(at, name);
    return isArray(at) && /^(0|[1-9]\d*)$/.test(name) ? at[Number(name)] : undefined;
  }, document);
}
