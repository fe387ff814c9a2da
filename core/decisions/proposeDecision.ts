import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { members } from "../members/member.ts";
import { tellCommittee } from "../members/tellCommittee.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import { checkDay } from "../submissions/duty.ts";
import { checkText } from "../submissions/evidence.ts";
import { villageById } from "../villages/village.ts";
import { ProposeDecisionInput, ProposeDecisionOutput } from "./contract.ts";
import { type Decision, decisions, isSame, type Proposal, proposed } from "./decision.ts";
import { preview, recordingOf } from "./recording.ts";

/**
 * One of the committee proposes an award, a deduction or a veto. What the rulebook would refuse is
 * refused now, not when somebody else wants to confirm it. Sent again, it answers as the first time.
 */
export const proposeDecision = operation({
  name: "proposeDecision",
  who: ["committee"],
  input: ProposeDecisionInput,
  output: ProposeDecisionOutput,
  async run({ caller, input: { decisionId, ...proposal }, at, db, contentCheck, notices }) {
    const known = await db.get(decisions, decisionId);
    if (known) return receipt(known, proposal, caller);
    const { villageId } = caller;
    const { occurredOn, memberId, reason } = proposal;
    const [village, subject] = await Promise.all([
      villageById(db, villageId),
      db.get(members, memberId),
    ]);
    if (subject?.villageId !== villageId) refuse("not_found");
    checkDay(occurredOn, localDate(at), village);
    const rulebook = await rulebookOn(db, villageId, occurredOn);
    const wanted = proposed(decisionId, proposal, subject, rulebook, caller, at);
    await preview(db, recordingOf(wanted, rulebook, wanted.proposedBy, at));
    await checkText(contentCheck, caller, reason);
    if (!(await db.insertNew(decisions, wanted))) {
      return receipt((await db.get(decisions, decisionId)) ?? refuse("busy"), proposal, caller);
    }
    await tellCommittee({ db, notices }, villageId, [caller.id, memberId], {
      kind: "toReview",
      page: `packages/committee/decision/index?decisionId=${wanted.id}`,
      title: wanted.ruleTitle,
      status: "待确认",
      at,
    });
    return { status: wanted.status };
  },
});

function receipt(known: Decision, sent: Proposal, caller: Caller): Pick<Decision, "status"> {
  if (!isSame(known, sent, caller)) refuse("already_exists");
  return { status: known.status };
}
