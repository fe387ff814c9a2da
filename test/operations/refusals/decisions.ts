import type { Reply } from "../../../core/app.ts";
import { addDays } from "../../../core/kernel/time.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { makeVillage, thisYear, today, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Four eyes, and nothing deducted from whoever is excused. */

let village: Village;

const labour = (decisionId: string, whose: string) => ({
  ...{ decisionId, memberId: village.memberId(whose), ruleId: "missed", gradeId: "labour" },
  ...{ occurredOn: today, reason: "没有来修堤" },
});

const confirm = (by: string, decisionId: string) => (): Promise<Reply> =>
  village.raw(by, "confirmDecision", { decision: "confirm", decisionId });

export const decisions: Cases<"same_person" | "decision_made" | "exempted"> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "eyes", thisYear, profileB);
    const { ask, memberId } = village;
    await ask("founder", "proposeDecision", labour("open", "anna"));
    await ask("founder", "proposeDecision", labour("made", "anna"));
    await ask("deputy", "confirmDecision", { decision: "confirm", decisionId: "made" });
    const ill = { exemptionId: "ill", from: today, until: addDays(today, 1) };
    await ask("founder", "grantExemption", { memberId: memberId("ben"), ...ill });
  },
  provoke: {
    same_person: confirm("founder", "open"),
    decision_made: confirm("deputy", "made"),
    exempted: () => village.raw("founder", "proposeDecision", labour("ills", "ben")),
  },
};
