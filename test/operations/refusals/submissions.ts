import type { Reply } from "../../../core/app.ts";
import { addDays } from "../../../core/kernel/time.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { Scheme } from "../../../core/rulebook/scheme.ts";
import { cleanup, makeVillage, thisYear, today, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Honours, common deeds, writing for others, and rules that are not for everybody or every day. */

let made: Village;

/** Mediation is over, care is the cadres' alone, and patrols count once a year. */
const changes: Record<string, object> = {
  mediation: { until: addDays(today, -1) },
  care: { classes: ["cadre"] },
  patrol: { onlyOncePer: "year" },
};

const rulebook = Scheme.parse({
  ...profileA,
  rules: profileA.rules.map((rule) => ({ ...rule, ...changes[rule.id] })),
  classes: [{ id: "cadre", title: "村干部" }],
});

const submitting = (change: Readonly<Record<string, unknown>>) => (): Promise<Reply> =>
  made.raw("anna", "submitDuty", { ...cleanup("x"), ...change });

const behalf = (whose: string, submissionId: string, consent: string) => ({
  ...{ ...cleanup(submissionId), consent },
  memberId: made.memberId(whose),
});

const approving = (by: string, submissionId: string) => (): Promise<Reply> =>
  made.raw(by, "reviewSubmission", { decision: "approve", submissionId, gradeId: "normal" });

const provoke = {
  honour_missing: submitting({ ruleId: "honour" }),
  rule_expired: submitting({ ruleId: "mediation" }),
  rule_not_for_class: submitting({ ruleId: "care" }),
  already_counted: approving("chief", "patrol2"),
  unknown_participant: submitting({ participantIds: ["deeds-m999"] }),
  not_participant: () =>
    made.raw("ben", "answerParticipation", { submissionId: "patrol2", answer: "yes" }),
  already_answered: () =>
    made.raw("ben", "answerParticipation", { submissionId: "together", answer: "yes" }),
  consent_missing: () => made.raw("staff", "submitOnBehalf", behalf("anna", "x", " ")),
  other_grid: () => made.raw("staff", "submitOnBehalf", behalf("ben", "x", "当面说好的")),
  recorder_reviews: approving("staff", "behalf"),
} satisfies Record<string, () => Promise<Reply>>;

export const submissions: Cases<keyof typeof provoke> = {
  async scene(cloud) {
    made = await makeVillage(cloud, "deeds", thisYear, rulebook);
    const { ask, memberId } = made;
    for (const id of ["patrol1", "patrol2"]) {
      await ask("anna", "submitDuty", { ...cleanup(id), ruleId: "patrol" });
    }
    await approving("chief", "patrol1")();
    const participantIds = [memberId("ben")];
    await ask("anna", "submitDuty", { ...cleanup("together"), participantIds });
    await ask("ben", "answerParticipation", { submissionId: "together", answer: "no" });
    await ask("founder", "appoint", {
      memberId: memberId("staff"),
      roles: ["gridStaff", "secretary"],
    });
    await ask("staff", "submitOnBehalf", behalf("anna", "behalf", "当面说好的"));
  },
  provoke,
};
