import { type OrderedPath, parsePath, refuseConflicts, sorted } from "../path.ts";
import { refuseRequest } from "../refusal.ts";
import { type Fields, fieldOf, isArray, isFields, isOperators, type Value } from "../value.ts";
import { bucket, bucketAuto } from "./buckets.ts";
import { compileExpression } from "./expression.ts";
import { group } from "./group.ts";
import { lookup } from "./lookup.ts";
import { namedOperands } from "./operator.ts";
import { isNil, type Variables } from "./scope.ts";
import { addComputed, compileShape, type Leaf, setAt } from "./shape.ts";
import type { CompilePipeline, Stage } from "./stage.ts";

type CompileStage = (value: Value, compilePipeline: CompilePipeline) => Stage;

/** Every stage that the SDK can build, except `$geoNear`. */
export const stages: Readonly<Record<string, CompileStage>> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $project: project,
  $replaceRoot: replaceRoot,
  $sample: sample,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unwind: unwind,
};

function mapped(change: (document: Fields, variables: Variables) => Fields): Stage {
  return function* (documents, { variables }) {
    for (const document of documents) yield change(document, variables);
  };
}

function addFields(value: Value): Stage {
  const leaves = leavesOf(objectOf("$addFields", value));
  refuseConflicts(leaves.map(([path]) => path));
  const computed = leaves.map(([path, expression]) => ({
    path: parsePath(path),
    evaluate: compileExpression(expression),
  }));
  return mapped((document, variables) => addComputed(document, computed, document, variables));
}

/** An object without operators names fields within the field. */
function leavesOf(spec: Fields, prefix = ""): [string, Value][] {
  return Object.entries(spec).flatMap(([name, value]): [string, Value][] =>
    isFields(value) && !isOperators(value) && Object.keys(value).length > 0
      ? leavesOf(value, `${prefix}${name}.`)
      : [[prefix + name, value]],
  );
}

function objectOf(name: string, value: Value): Fields {
  if (!isFields(value) || Object.keys(value).length === 0) {
    refuseRequest(`${name} needs an object with at least one field`);
  }
  return value;
}

function project(value: Value): Stage {
  return mapped(compileShape(objectOf("$project", value), projectLeaf));
}

function projectLeaf(value: Value): Leaf {
  if (typeof value === "number" || typeof value === "boolean") return value ? "include" : "exclude";
  return { compute: compileExpression(value) };
}

function replaceRoot(value: Value): Stage {
  const { newRoot } = namedOperands("$replaceRoot", value, ["newRoot"], []);
  const evaluate = compileExpression(newRoot ?? null);
  return mapped((root, variables) => {
    const replaced = evaluate({ root, variables });
    if (!isFields(replaced)) refuseRequest("$replaceRoot's newRoot must evaluate to an object");
    return replaced;
  });
}

function limit(value: Value): Stage {
  const most = wholeAtLeast(1, "$limit", value);
  return function* (documents) {
    let count = 0;
    for (const document of documents) {
      yield document;
      if (++count === most) return;
    }
  };
}

function skip(value: Value): Stage {
  const skipped = wholeAtLeast(0, "$skip", value);
  return function* (documents) {
    let count = 0;
    for (const document of documents) if (++count > skipped) yield document;
  };
}

function wholeAtLeast(least: number, name: string, value: Value): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least) return value;
  refuseRequest(`${name} needs a whole number of at least ${least}`);
}

function sort(value: Value): Stage {
  const order = Object.entries(objectOf("$sort", value)).map(([path, direction]): OrderedPath => {
    if (direction !== 1 && direction !== -1) refuseRequest("$sort takes 1 or -1 for each field");
    return { path: parsePath(path), direction };
  });
  return (documents) => sorted(documents, order);
}

function count(value: Value): Stage {
  if (typeof value !== "string" || !/^[^$.\0][^.\0]*$/.test(value)) {
    refuseRequest("$count needs the name of a field");
  }
  return (documents) => {
    let total = 0;
    for (const _ of documents) total++;
    return total === 0 ? [] : [{ [value]: total }];
  };
}

function sortByCount(value: Value): Stage {
  const byCount = group({ _id: value, count: { $sum: 1 } });
  const descending = sort({ count: -1 });
  return (documents, run) => descending(byCount(documents, run), run);
}

/** Documents at random, none of them twice. */
function sample(value: Value): Stage {
  const { size } = namedOperands("$sample", value, ["size"], []);
  const most = wholeAtLeast(1, "$sample's size", size ?? null);
  return (documents) => {
    const all = [...documents];
    for (let at = 0; at < Math.min(most, all.length); at++) {
      const other = at + Math.floor(Math.random() * (all.length - at));
      [all[at], all[other]] = [all[other], all[at]] as [Fields, Fields];
    }
    return all.slice(0, most);
  };
}

function unwind(value: Value): Stage {
  const operand = typeof value === "string" ? { path: value } : value;
  const optional = ["includeArrayIndex", "preserveNullAndEmptyArrays"];
  const named = namedOperands("$unwind", operand, ["path"], optional);
  const { path: expression, includeArrayIndex: index, preserveNullAndEmptyArrays } = named;
  if (typeof expression !== "string" || !/^\$[^$]/.test(expression)) {
    refuseRequest("$unwind's path must be a field path such as '$items'");
  }
  if (index !== undefined && (typeof index !== "string" || index.startsWith("$"))) {
    refuseRequest("$unwind's includeArrayIndex must be the name of a field");
  }
  const path = parsePath(expression.slice(1));
  const indexPath = index === undefined ? undefined : parsePath(index);
  const preserve = preserveNullAndEmptyArrays === true;
  return function* (documents) {
    for (const document of documents) {
      for (const [unwound, at] of unwoundFrom(document, path, preserve)) {
        yield indexPath ? setAt(unwound, indexPath, at) : unwound;
      }
    }
  };
}

/** @returns a document for each element with its index; what is not an array has none */
function unwoundFrom(
  document: Fields,
  path: readonly string[],
  preserve: boolean,
): (readonly [Fields, number | null])[] {
  const value = path.reduce<Value | undefined>(
    (at, name) => (isFields(at) ? fieldOf(at, name) : undefined),
    document,
  );
  if (isNil(value)) return preserve ? [[document, null]] : [];
  if (!isArray(value)) return [[document, null]];
  if (value.length === 0) return preserve ? [[setAt(document, path, undefined), null]] : [];
  return value.map((item, index) => [setAt(document, path, item), index] as const);
}
