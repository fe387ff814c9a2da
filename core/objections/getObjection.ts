import type * as z from "zod";
import type { Caller, Visitor } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { Refusal, refuse, sentences } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import type { Entry } from "../ledger/entry.ts";
import { GetObjectionInput, GetObjectionOutput } from "./contract.ts";
import { linesConcerned } from "./lines.ts";
import { checkAnswerer, isObjector, type Objection, objections } from "./objection.ts";
import { rowOf } from "./row.ts";

type Output = z.input<typeof GetObjectionOutput>;

/** One objection: for whoever raised it, and for the committee with the lines that may be at fault. */
export const getObjection = operation({
  name: "getObjection",
  who: "anyone",
  input: GetObjectionInput,
  output: GetObjectionOutput,
  async run({ caller, input, at, db }) {
    const objection = (await db.get(objections, input.objectionId)) ?? refuse("not_found");
    const today = localDate(at);
    if (!isOfCommittee(objection, caller)) {
      if (!isObjector(objection, caller)) refuse("not_found");
      return { ...rowOf(objection, "objector", today), lines: [], may: { answer: false } };
    }
    const { lines, undone } = await linesConcerned(db, objection);
    return {
      ...rowOf(objection, "committee", today),
      lines: lines.map((line) => lineOf(line, undone)),
      ...(objection.status === "answered" ? { answeredBy: objection.answeredBy.name } : {}),
      may: mayAnswer(objection, caller, lines),
    };
  },
});

const isOfCommittee = ({ villageId }: Objection, caller: Caller | Visitor): caller is Caller =>
  caller.id !== undefined && caller.villageId === villageId && caller.roles.includes("committee");

function mayAnswer(objection: Objection, caller: Caller, lines: readonly Entry[]): Output["may"] {
  if (objection.status === "answered") return { answer: false };
  try {
    checkAnswerer(objection, caller, lines);
    return { answer: true };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: false, hindrance: sentences[error.code] };
  }
}

const lineOf = (line: Entry, undone: ReadonlySet<string>): Output["lines"][number] => ({
  ...{ entryId: line.id, seq: line.seq, points: line.points, occurredOn: line.occurredOn },
  rule: line.explanation.ruleTitle,
  approvers: line.approvers.map(({ name }) => name),
  why: line.explanation.sentence,
  reversible: line.kind !== "reversal" && !undone.has(line.id),
});
