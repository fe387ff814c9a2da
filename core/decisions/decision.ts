import { collection } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import type { Points } from "../kernel/points.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import { gradeById, type Rulebook, ruleById } from "../rulebook/rulebook.ts";

export const statuses = ["proposed", "confirmed", "rejected", "withdrawn"] as const;

/** What the committee means to record: by which rule, for whom, and why. */
export type Proposal = Readonly<{
  memberId: string;
  ruleId: string;
  gradeId: string;
  /** How many of the rule's units; 1 for a rule without unit. */
  quantity: number;
  occurredOn: LocalDate;
  reason: string;
}>;

type Common = Proposal &
  Readonly<{
    /** Made on the phone, so that sending twice is proposing once. */
    id: string;
    villageId: string;
    memberName: string;
    /** The version that held on the day; it scores the line, whatever comes after. */
    rulebookId: string;
    ruleTitle: string;
    gradeTitle: string;
    /** The grade's points times the quantity, before any cap; signed. */
    base: Points;
    /** Whether the rule is one of 一票否决. */
    isVeto: boolean;
    proposedBy: Signature;
    proposedAt: Instant;
  }>;

type Decided = Readonly<{ open: false; decidedBy: Signature; decidedAt: Instant }>;

/**
 * 党委记分: an award, a deduction or a veto by a rule, on its way to an entry. One of the committee
 * proposes it, another confirms it. `open` says again what the status says, for the list's order.
 */
export type Decision = Common &
  (
    | Readonly<{ status: "proposed"; open: true }>
    | Readonly<{ status: "withdrawn"; open: false }>
    | (Decided & Readonly<{ status: "confirmed"; points: Points }>)
    | (Decided & Readonly<{ status: "rejected"; rejection: string }>)
  );

export type Proposed = Extract<Decision, { status: "proposed" }>;

export const decisions = collection<Decision>("decisions");

/** @throws Refusal `own_entry`, `unknown_rule`, `unknown_grade` */
export function proposed(
  id: string,
  proposal: Proposal,
  subject: Readonly<{ id: string; name: string }>,
  rulebook: Rulebook,
  proposer: Caller,
  at: Instant,
): Proposed {
  if (subject.id === proposer.id) refuse("own_entry");
  const rule = ruleById(rulebook, proposal.ruleId);
  const grade = gradeById(rule, proposal.gradeId);
  return {
    ...{ id, ...proposal, villageId: proposer.villageId, memberName: subject.name },
    ...{ rulebookId: rulebook.id, ruleTitle: rule.title, gradeTitle: grade.title },
    base: grade.points * proposal.quantity,
    isVeto: rule.veto !== undefined,
    proposedBy: { id: proposer.id, name: proposer.name },
    proposedAt: at,
    status: "proposed",
    open: true,
  };
}

/** Whether it is the same one sent again, as after a lost signal. */
export const isSame = (known: Decision, sent: Proposal, sender: Caller): boolean =>
  known.proposedBy.id === sender.id &&
  known.memberId === sent.memberId &&
  known.ruleId === sent.ruleId &&
  known.gradeId === sent.gradeId &&
  known.quantity === sent.quantity &&
  known.occurredOn === sent.occurredOn &&
  known.reason === sent.reason;

/**
 * Four eyes: another one than who proposed it, and neither of them the subject.
 * @throws Refusal `not_found` (another village), `decision_made`, `own_entry`, `same_person`
 */
export function checkDecider(decision: Decision, caller: Caller): asserts decision is Proposed {
  if (decision.villageId !== caller.villageId) refuse("not_found");
  if (decision.status !== "proposed") refuse("decision_made");
  if (decision.memberId === caller.id) refuse("own_entry");
  if (decision.proposedBy.id === caller.id) refuse("same_person");
}

/** Who decided, and when, beside all that was proposed. */
export function decided(decision: Proposed, caller: Caller, at: Instant) {
  const { status: _status, open: _open, ...common } = decision;
  return { ...common, open: false, decidedBy: signatureOf(caller), decidedAt: at } as const;
}

/** Whoever proposed it takes it back before anybody has decided. */
export function withdrawn(decision: Decision, caller: Caller): Decision {
  if (decision.villageId !== caller.villageId) refuse("not_found");
  if (decision.proposedBy.id !== caller.id) refuse("not_permitted");
  if (decision.status !== "proposed") refuse("decision_made");
  return { ...decision, status: "withdrawn", open: false };
}

const signatureOf = ({ id, name }: Caller): Signature => ({ id, name });
