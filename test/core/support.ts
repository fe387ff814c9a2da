import assert from "node:assert/strict";
import type { Caller } from "../../core/kernel/operation.ts";
import { Refusal, type RefusalCode } from "../../core/kernel/refusal.ts";
import { profileA } from "../../core/rulebook/profileA.ts";
import type { Rulebook } from "../../core/rulebook/rulebook.ts";
import { type Duty, underRule } from "../../core/submissions/duty.ts";
import { type Pending, submitted } from "../../core/submissions/submission.ts";

/** Builders that show only what a case is about; everybody here is invented. */

export const noon = "2026-05-20T04:00:00.000Z"; // noon in the village

export function expectRefusal(code: RefusalCode, body: () => unknown): void {
  assert.throws(body, (error) => error instanceof Refusal && error.code === code, code);
}

export const person = (changes: Partial<Caller> = {}): Caller => ({
  openid: "oSomebody",
  id: "somebody",
  villageId: "v",
  branchId: "v-b1",
  gridId: "v-g1",
  name: "某某",
  roles: ["member"],
  ...changes,
});

export const member = person({ id: "member" });
export const secretary = person({ id: "secretary", roles: ["member", "secretary"] });
export const committee = person({
  id: "committee",
  branchId: "v-b9",
  roles: ["member", "committee"],
});

export const rulebook: Rulebook = {
  id: "v-v1",
  villageId: "v",
  version: 1,
  effectiveFrom: "2026-01-01",
  ...profileA,
  title: "积分管理细则",
};

export const cleanup: Duty = {
  ruleId: "cleanup",
  workedOn: "2026-05-19",
  text: "打扫了河边",
  photos: [],
  quantity: 1,
  participantIds: [],
};

export const pending = (changes: Readonly<{ by?: Caller; duty?: Partial<Duty> }> = {}): Pending => {
  const duty = { ...cleanup, ...changes.duty };
  const written = { duty, under: underRule(rulebook, duty, ""), participants: [] };
  return submitted("s1", written, changes.by ?? member, noon);
};
