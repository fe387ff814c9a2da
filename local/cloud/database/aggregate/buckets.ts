import { compare, typeMark } from "../order.ts";
import { refuseRequest, refuseUnsupported } from "../refusal.ts";
import { type Fields, isArray, isFields, type Value } from "../value.ts";
import { compileExpression } from "./expression.ts";
import { compileOutput, type Group } from "./group.ts";
import { namedOperands } from "./operator.ts";
import type { Stage } from "./stage.ts";

const countOnly: Fields = { count: { $sum: 1 } };

function outputOf(stage: string, output: Value = countOnly): () => Group {
  if (!isFields(output)) refuseRequest(`${stage}'s output must be an object`);
  return compileOutput(stage, output);
}

/** Buckets between boundaries, the lower one as `_id`; empty buckets are left out. */
export function bucket(value: Value): Stage {
  const required = ["groupBy", "boundaries"];
  const named = namedOperands("$bucket", value, required, ["default", "output"]);
  const boundaries = boundariesOf(named.boundaries ?? null);
  const fallback = defaultOf(named.default, boundaries);
  const groupBy = compileExpression(named.groupBy ?? null);
  const startGroup = outputOf("$bucket", named.output);
  return (documents, { variables }) => {
    const buckets = boundaries.slice(0, -1).map((id) => ({ id, size: 0, group: startGroup() }));
    const others = { id: fallback ?? null, size: 0, group: startGroup() };
    for (const root of documents) {
      const scope = { root, variables };
      const by = groupBy(scope);
      const above = boundaries.findIndex((boundary) => compare(by, boundary) < 0);
      const found = buckets[above - 1] ?? others;
      if (found === others && fallback === undefined) {
        refuseRequest("$bucket found a value outside of its boundaries, and has no default");
      }
      found.size++;
      found.group.add(scope);
    }
    return [...buckets, others]
      .filter(({ size }) => size > 0)
      .sort((a, b) => compare(a.id, b.id))
      .map(({ id, group }) => ({ _id: id, ...group.result() }));
  };
}

function boundariesOf(operand: Value): readonly Value[] {
  if (!isArray(operand) || operand.length < 2) {
    refuseRequest("$bucket's boundaries must be an array of at least two values");
  }
  for (const [at, boundary] of operand.entries()) {
    const before = operand[at - 1];
    if (before === undefined) continue;
    if (typeMark(boundary) !== typeMark(before) || compare(boundary, before) <= 0) {
      refuseRequest("$bucket's boundaries must be of one type and ascend");
    }
  }
  return operand;
}

function defaultOf(value: Value | undefined, boundaries: readonly Value[]): Value | undefined {
  if (value === undefined) return undefined;
  if (compare(value, boundaries[0]) >= 0 && compare(value, boundaries.at(-1)) < 0) {
    refuseRequest("$bucket's default must lie outside of its boundaries");
  }
  return value;
}

type Keyed = Readonly<{ by: Value; root: Fields }>;

/** A number of buckets of about the same size; equal values are never parted. */
export function bucketAuto(value: Value): Stage {
  const optional = ["output", "granularity"];
  const named = namedOperands("$bucketAuto", value, ["groupBy", "buckets"], optional);
  if (named.granularity !== undefined) refuseUnsupported("$bucketAuto's granularity");
  const { buckets } = named;
  if (typeof buckets !== "number" || !Number.isInteger(buckets) || buckets < 1) {
    refuseRequest("$bucketAuto's buckets must be a positive whole number");
  }
  const groupBy = compileExpression(named.groupBy ?? null);
  const startGroup = outputOf("$bucketAuto", named.output);
  return (documents, { variables }) => {
    const keyed = Array.from(documents, (root): Keyed => {
      return { root, by: groupBy({ root, variables }) ?? null };
    }).sort((a, b) => compare(a.by, b.by));
    const parts = partition(keyed, buckets);
    return parts.map((part, at) => {
      const group = startGroup();
      for (const { root } of part) group.add({ root, variables });
      const max = parts[at + 1]?.[0]?.by ?? part.at(-1)?.by ?? null;
      return { _id: { min: part[0]?.by ?? null, max }, ...group.result() };
    });
  };
}

function partition(keyed: readonly Keyed[], count: number): Keyed[][] {
  const size = Math.max(1, Math.round(keyed.length / count));
  const parts: Keyed[][] = [];
  let start = 0;
  while (start < keyed.length) {
    let end = parts.length === count - 1 ? keyed.length : start + size;
    while (end < keyed.length && compare(keyed[end - 1]?.by, keyed[end]?.by) === 0) end++;
    parts.push(keyed.slice(start, end));
    start = end;
  }
  return parts;
}
