import { encode } from "../order.ts";
import { refuseRequest, refuseUnsupported } from "../refusal.ts";
import { type Fields, isFields, type Value } from "../value.ts";
import { type Accumulator, accumulators } from "./accumulators.ts";
import { compileExpression } from "./expression.ts";
import type { Scope } from "./scope.ts";
import type { Stage } from "./stage.ts";

/** `{_id: <what documents have in common>, total: {$sum: "$points"}, …}` */
export function group(value: Value): Stage {
  if (!isFields(value) || value._id === undefined) refuseRequest("$group must specify an _id");
  const { _id, ...fields } = value;
  const id = compileExpression(_id);
  const startGroup = compileOutput("$group", fields);
  return (documents, { variables }) => {
    const groups = new Map<string, { id: Value; group: Group }>();
    for (const root of documents) {
      const scope = { root, variables };
      const common = id(scope) ?? null;
      const key = encode(common);
      let found = groups.get(key);
      if (!found) {
        found = { id: common, group: startGroup() };
        groups.set(key, found);
      }
      found.group.add(scope);
    }
    return Array.from(groups.values(), (found) => ({ _id: found.id, ...found.group.result() }));
  };
}

/** Accumulates the output fields of one group. */
export type Group = Readonly<{ add(scope: Scope): void; result(): Fields }>;

/** Compiles output fields such as `{total: {$sum: "$points"}}`. */
export function compileOutput(stage: string, fields: Fields): () => Group {
  const compiled = Object.entries(fields).map(([name, value]) => {
    if (/[$.]/.test(name)) refuseRequest(`The field name '${name}' in ${stage} is not allowed`);
    const calls = isFields(value) ? Object.entries(value) : [];
    const [[operator, operand] = ["", null]] = calls;
    if (calls.length !== 1 || !operator.startsWith("$")) {
      refuseRequest(`The field '${name}' in ${stage} must be an object with one accumulator`);
    }
    return { name, start: accumulatorOf(operator), evaluate: compileExpression(operand) };
  });
  return () => {
    const parts = compiled.map((part) => ({ ...part, accumulator: part.start() }));
    return {
      add(scope) {
        for (const { accumulator, evaluate } of parts) accumulator.add(evaluate(scope));
      },
      result: () => Object.fromEntries(parts.map((part) => [part.name, part.accumulator.result()])),
    };
  };
}

function accumulatorOf(operator: string): () => Accumulator {
  const known: Readonly<Record<string, () => Accumulator>> = accumulators;
  return known[operator] ?? refuseUnsupported(`The accumulator ${operator}`);
}
