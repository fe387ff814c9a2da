import { compileQuery } from "../query.ts";
import { refuseRequest, refuseUnsupported } from "../refusal.ts";
import { type Fields, isFields, type Value } from "../value.ts";
import type { CompilePipeline, Stage, StageSpec } from "./stage.ts";
import { stages } from "./stages.ts";

/** Compiles an aggregation; unknown stages, options and operators are refused here by name. */
export const compilePipeline: CompilePipeline = (specs) => {
  const [first, ...rest] = specs;
  const leading = first?.name === "$match" ? first.value : undefined;
  const query = compileQuery(leading === undefined ? {} : matchSpec(leading));
  return { query, stages: (leading === undefined ? specs : rest).map(compileStage) };
};

function compileStage({ name, value }: StageSpec): Stage {
  if (name === "$match") {
    const { matches } = compileQuery(matchSpec(value));
    return (documents, { variables }) => filtered(documents, (d) => matches(d, variables));
  }
  const compile = stages[name];
  if (!compile) refuseUnsupported(`The aggregation stage ${name}`);
  return compile(value, compilePipeline);
}

function matchSpec(value: Value): Fields {
  if (!isFields(value)) refuseRequest("$match needs an object");
  return value;
}

function* filtered(documents: Iterable<Fields>, test: (document: Fields) => boolean) {
  for (const document of documents) if (test(document)) yield document;
}
