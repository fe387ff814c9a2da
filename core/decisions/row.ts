import type * as z from "zod";
import type { Caller } from "../kernel/operation.ts";
import { Refusal } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import type { DecisionRow } from "./contract.ts";
import { checkDecider, type Decision } from "./decision.ts";

/** A decision as one line of the list. */
export const rowOf = (decision: Decision, reader: Caller): z.input<typeof DecisionRow> => ({
  ...{ id: decision.id, memberId: decision.memberId, member: decision.memberName },
  ...{ rule: decision.ruleTitle, grade: decision.gradeTitle, quantity: decision.quantity },
  ...{ base: decision.base, isVeto: decision.isVeto, occurredOn: decision.occurredOn },
  ...{ reason: decision.reason, proposedBy: decision.proposedBy.name },
  proposedOn: localDate(decision.proposedAt),
  status: decision.status,
  points: decision.status === "confirmed" ? decision.points : undefined,
  waits: waitsFor(decision, reader),
});

/** Whether this person can confirm it now. */
export function waitsFor(decision: Decision, reader: Caller): boolean {
  try {
    checkDecider(decision, reader);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
