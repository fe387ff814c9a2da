import type { KeyIndex } from "./keyIndex.ts";
import { afterAll, encode, reversed, typeMark } from "./order.ts";
import type { OrderedPath } from "./path.ts";
import type { Condition } from "./query.ts";
import type { KeyRange } from "./sortedEntries.ts";
import { isArray, type Value } from "./value.ts";

/**
 * How an index answers a query: by ranges of keys, each of which holds every document that can
 * match there. The plan depends on the query and the indexes alone, never on the documents, so a
 * query reads as many documents of a large collection as of a small one.
 * @property ordered whether each range gives its documents in the order that was asked for
 */
export type Plan = Readonly<{
  index: KeyIndex;
  ranges: readonly KeyRange[];
  ordered: boolean;
  backward: boolean;
}>;

/** More points than this, from several `$in`, and the rest of the index is left unused. */
const pointsMax = 1000;

/**
 * The index that narrows the query most: by the number of fields that are fixed to values, then by
 * a range on the next one, then by giving the order. Undefined when no index helps.
 */
export function choosePlan(
  indexes: readonly KeyIndex[],
  conditions: readonly Condition[],
  order: readonly OrderedPath[],
): Plan | undefined {
  const candidates = indexes.map((index) => candidate(index, conditions, order));
  const [best] = candidates.sort((a, b) => b.worth - a.worth);
  return best && best.worth > 0 ? best.plan : undefined;
}

function candidate(
  index: KeyIndex,
  conditions: readonly Condition[],
  order: readonly OrderedPath[],
): { worth: number; plan: Plan } {
  const { points, fixed } = pointsOf(index, conditions);
  const next = index.fields[fixed];
  const on = next ? conditions.filter(({ path }) => path === next.path.join(".")) : [];
  const range = next && rangeOf(on, next.direction, index.isMultikey());
  const ranges = points.map((point) => ({
    from: point + (range?.from ?? ""),
    to: point + (range?.to ?? afterAll),
  }));
  const direction = directionOf(index, fixed, order);
  const ordered = order.length > 0 && direction !== undefined;
  const worth = fixed * 4 + (range ? 2 : 0) + (ordered ? 1 : 0);
  return { worth, plan: { index, ranges, ordered, backward: direction === "backward" } };
}

/** The beginnings of keys that the equality conditions leave, and how many fields they fix. */
function pointsOf(index: KeyIndex, conditions: readonly Condition[]) {
  let points = [""];
  let fixed = 0;
  for (const { path, direction } of index.fields) {
    const values = equalities(conditions.filter((condition) => condition.path === path.join(".")));
    if (!values || values.length * points.length > pointsMax) break;
    const keys = new Set(values.map(encode));
    const ends = [...keys].map((key) => (direction === 1 ? key : reversed(key)));
    points = points.flatMap((point) => ends.map((end) => point + end));
    fixed++;
  }
  return { points, fixed };
}

/** The values that one condition allows; the other conditions are left to the query itself. */
function equalities(conditions: readonly Condition[]): readonly Value[] | undefined {
  const sets = conditions.map(({ operator, operand }) => {
    if (operator === "$eq") return [operand];
    return operator === "$in" && isArray(operand) ? operand : undefined;
  });
  return sets
    .filter((set) => set?.every(isOneKey))
    .sort((a = [], b = []) => a.length - b.length)[0];
}

/** Of an array only the elements are keys, and a regular expression in `$in` matches many. */
function isOneKey(value: Value): boolean {
  return !isArray(value) && !(value instanceof RegExp);
}

/**
 * The keys between the bounds, within the type of the operand as MongoDB compares.
 * @param multikey then only one bound counts: two may be fulfilled by different elements
 */
function rangeOf(
  conditions: readonly Condition[],
  direction: 1 | -1,
  multikey: boolean,
): KeyRange | undefined {
  const bounds = conditions.filter(
    ({ operator, operand }) => operator !== "$eq" && operator !== "$in" && isBound(operand),
  );
  const [first] = bounds;
  if (!first) return undefined;
  const mark = typeMark(first.operand);
  const used = multikey ? [first] : bounds.filter(({ operand }) => typeMark(operand) === mark);
  let from = direction === 1 ? mark : reversed(mark);
  let to = String.fromCharCode(from.charCodeAt(0) + 1);
  for (const { operator, operand } of used) {
    const key = direction === 1 ? encode(operand) : reversed(encode(operand));
    const isLower = operator.startsWith("$g") === (direction === 1);
    const isOpen = operator === "$gt" || operator === "$lt";
    // An excluded lower bound and an included upper one lie after everything at the key.
    const bound = isLower === isOpen ? key + afterAll : key;
    if (isLower && bound > from) from = bound;
    if (!isLower && bound < to) to = bound;
  }
  return { from, to };
}

function isBound(operand: Value): boolean {
  if (typeof operand === "number") return !Number.isNaN(operand);
  return typeof operand === "string" || typeof operand === "boolean" || operand instanceof Date;
}

/** In which direction the index, behind its fixed fields, gives the order; undefined in neither. */
function directionOf(index: KeyIndex, fixed: number, order: readonly OrderedPath[]) {
  if (index.isMultikey()) return undefined;
  const known = new Set(index.fields.slice(0, fixed).map(({ path }) => path.join(".")));
  const wanted = order.filter(({ path }) => !known.has(path.join(".")));
  const given = index.fields.slice(fixed);
  const fits = (sign: 1 | -1) =>
    wanted.every(
      ({ path, direction }, at) =>
        given[at]?.path.join(".") === path.join(".") && given[at]?.direction === direction * sign,
    );
  if (fits(1)) return "forward";
  return fits(-1) ? "backward" : undefined;
}
