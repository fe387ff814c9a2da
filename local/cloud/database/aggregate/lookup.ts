import { parsePath } from "../path.ts";
import { compileQuery } from "../query.ts";
import { refuseRequest, refuseUnsupported } from "../refusal.ts";
import { type Fields, isArray, isFields, type Value } from "../value.ts";
import { compileExpression } from "./expression.ts";
import { namedOperands } from "./operator.ts";
import { type Variables, variableName } from "./scope.ts";
import { setAt } from "./shape.ts";
import { type CompilePipeline, type Run, runPipeline, type Stage } from "./stage.ts";

/** Joins documents of another collection: those with an equal field, or what a pipeline gives. */
export function lookup(value: Value, compilePipeline: CompilePipeline): Stage {
  const known = ["localField", "foreignField", "let", "pipeline"];
  const named = namedOperands("$lookup", value, ["from", "as"], known);
  const { from, as } = named;
  if (typeof from !== "string" || typeof as !== "string") {
    refuseRequest("$lookup's from and as must be strings");
  }
  const path = parsePath(as);
  const find =
    named.pipeline === undefined ? byField(from, named) : byPipeline(from, named, compilePipeline);
  return function* (documents, run) {
    const joined = find(run);
    for (const document of documents) yield setAt(document, path, joined(document));
  };
}

type Find = (run: Run) => (document: Fields) => readonly Fields[];

function byField(from: string, { localField, foreignField }: Fields): Find {
  if (typeof localField !== "string" || typeof foreignField !== "string") {
    refuseRequest("$lookup needs localField and foreignField, or a pipeline");
  }
  const local = compileExpression(`$${localField}`);
  parsePath(foreignField);
  return ({ read, variables }) =>
    (root) => {
      const query = equalTo(foreignField, local({ root, variables }) ?? null);
      return [...read(from, compileQuery(query), variables)];
    };
}

/** A missing value joins null and missing ones; an array joins what equals one of its elements. */
function equalTo(field: string, value: Value): Fields {
  if (!isArray(value)) return { [field]: { $eq: value } };
  if (!value.some((item) => item instanceof RegExp)) return { [field]: { $in: value } };
  return { $or: value.map((item) => ({ [field]: { $eq: item } })) };
}

function byPipeline(from: string, named: Fields, compilePipeline: CompilePipeline): Find {
  const { localField, foreignField, pipeline, let: definitions = {} } = named;
  if (localField !== undefined || foreignField !== undefined) {
    refuseUnsupported("$lookup with both a pipeline and localField or foreignField");
  }
  if (!isArray(pipeline)) refuseRequest("$lookup's pipeline must be an array");
  const compiled = compilePipeline(pipeline.map(stageSpec));
  if (!isFields(definitions)) refuseRequest("$lookup's let must be an object");
  const defined = Object.entries(definitions).map(
    ([name, value]) => [variableName(name), compileExpression(value)] as const,
  );
  return ({ read, variables }) => {
    const run = (values: Variables) => [
      ...runPipeline(compiled, from, { read, variables: { ...variables, ...values } }),
    ];
    const same = defined.length === 0 ? run({}) : undefined;
    return (root) =>
      same ?? run(Object.fromEntries(defined.map(([name, of]) => [name, of({ root, variables })])));
  };
}

function stageSpec(stage: Value) {
  const [[name, value] = ["", null], ...others] = isFields(stage) ? Object.entries(stage) : [];
  if (name === "" || others.length > 0) {
    refuseRequest("A stage of a pipeline must be an object with exactly one field");
  }
  return { name, value };
}
