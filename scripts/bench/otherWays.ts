import { randomUUID } from "node:crypto";
import { cleanup, today, type Village } from "../../test/support/village.ts";

/** Runs one operation, measured. */
export type Step = (name: string, work: () => Promise<unknown>) => Promise<unknown>;

/**
 * The other ways to points and what is read about them, each operation measured alone. What reads an
 * account whole by its nature (export, verification, trial, an objection's lines) is not here.
 * @param id new for every run
 */
export async function otherWays({ ask, villageId, memberId }: Village, id: string, step: Step) {
  const behalf = { ...cleanup(`${id}-behalf`), memberId: memberId("anna"), consent: "当面说好的" };
  const shared = { ...behalf, participantIds: [memberId("ben")] };
  await step("submitOnBehalf", () => ask("staff", "submitOnBehalf", shared));
  const submissionId = shared.submissionId;
  await step("answerParticipation", () =>
    ask("ben", "answerParticipation", { submissionId, answer: "yes" }),
  );
  await step("getSignals", () => ask("chief", "getSignals", { submissionId }));
  const approve = { decision: "approve", submissionId, gradeId: "normal" } as const;
  await step("reviewSubmission, with one who took part", () =>
    ask("chief", "reviewSubmission", approve),
  );
  await step("listHonours", () => ask("villager", "listHonours", { villageId }));

  const decisionId = `${id}-decision`;
  const line = { ruleId: "mediation", gradeId: "normal", occurredOn: today, reason: "支部提议" };
  const proposal = { decisionId, memberId: memberId("anna"), ...line };
  await step("proposeDecision", () => ask("founder", "proposeDecision", proposal));
  await step("getDecision", () => ask("deputy", "getDecision", { decisionId }));
  await step("confirmDecision", () =>
    ask("deputy", "confirmDecision", { decision: "confirm", decisionId }),
  );
  await step("getDesk", () => ask("founder", "getDesk", {}));
  await step("getMember", () => ask("founder", "getMember", { memberId: memberId("anna") }));
  await step("reverseEntry", () =>
    ask("deputy", "reverseEntry", { entryId: `award-decision.${decisionId}`, reason: "记错了" }),
  );
  await meet(ask, villageId, memberId("anna"), id, step);
  await step("listPublications", () => ask("villager", "listPublications", { villageId }));
  await step("getRulebook", () => ask("villager", "getRulebook", { villageId }));
}

/** A meeting of six, of whom one comes. */
async function meet(
  ask: Village["ask"],
  villageId: string,
  anna: string,
  id: string,
  step: Step,
): Promise<void> {
  const activityId = `${id}-${randomUUID().slice(0, 8)}`;
  const now = Date.now();
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
  const plan = { activityId, kind: "branch-activity", title: "学习", place: "村部" };
  const when = { startsAt: at(-10), endsAt: at(50) };
  const whom = { branchId: `${villageId}-b1`, expects: "branch" } as const;
  await step("planActivity", () => ask("chief", "planActivity", { ...plan, ...when, ...whom }));
  await step("listActivities", () => ask("anna", "listActivities", {}));
  const codes = await ask("chief", "getCheckInCodes", { activityId, of: "activity" });
  const code = codes.codes[0]?.text.split(":").at(-1) ?? "";
  await step("checkIn", () => ask("anna", "checkIn", { activityId, code }));
  await step("getActivity", () => ask("chief", "getActivity", { activityId }));
  const memberIds = [`${villageId}-m1`];
  await step("markRoll", () => ask("chief", "markRoll", { activityId, mark: "absent", memberIds }));
  await step("closeActivity", () => ask("chief", "closeActivity", { activityId }));
  await step("getPassbook after it", () => ask("chief", "getPassbook", { memberId: anna }));
}
