import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Activity,
  checkManager,
  isExpected,
  isShownTo,
  type Plan,
} from "../../../core/activities/activity.ts";
import {
  cancelled,
  changed,
  checkNotOver,
  checkPlan,
  checkRunning,
  closing,
  ended,
  reopened,
  reversing,
} from "../../../core/activities/course.ts";
import type { Meeting } from "../../../core/rulebook/scheme.ts";
import { committee, expectRefusal, member, person, rulebook, secretary } from "../support.ts";
import { endsAt, meeting, minutes, plan, startsAt } from "./support.ts";

const kindFor = (whom: Meeting["for"]): Meeting => {
  const found = rulebook.meetings.find((one) => one.for === whom);
  assert(found);
  return found;
};
const ofBranch = kindFor("branch");
const ofVillage = kindFor("all");
const village: Plan = { ...plan, kind: ofVillage.id, branchId: "", expects: "all" };

const turnout = { present: 9, late: 0, absent: 2, leave: 1 };
const by = { id: "committee", name: "某某" };
const closed = (waitingFor = ""): Activity => {
  const activity = closing(meeting(), minutes(60));
  return ended(activity, { turnout, waitingFor });
};
const again = reopened(closed(), { by, reason: "漏记了人", at: minutes(100) });

test("a secretary plans what branches do, for the own branch; the committee plans everything", () => {
  checkPlan(plan, ofBranch, secretary);
  checkPlan(plan, ofBranch, committee);
  checkPlan(village, ofVillage, committee);
  expectRefusal("not_permitted", () => checkPlan(village, ofVillage, secretary));
  expectRefusal("not_permitted", () => checkPlan(plan, ofVillage, secretary));
  expectRefusal("other_branch", () =>
    checkPlan({ ...plan, branchId: "v-b2" }, ofBranch, secretary),
  );
});

test("it ends after it starts", () => {
  const crossed = { ...plan, startsAt: endsAt, endsAt: startsAt };
  expectRefusal("times_crossed", () => checkPlan(crossed, ofBranch, secretary));
  expectRefusal("times_crossed", () =>
    checkPlan({ ...plan, endsAt: startsAt }, ofBranch, secretary),
  );
});

test("a branch's meeting has a branch, the village's none, and only chosen people are named", () => {
  for (const wrong of [
    { ...plan, branchId: "" },
    { ...plan, expects: "all" },
    { ...plan, memberIds: ["m1"] },
    { ...plan, expects: "chosen" },
  ] as const) {
    expectRefusal("invalid_input", () => checkPlan(wrong, ofBranch, committee));
  }
  for (const wrong of [
    { ...village, branchId: "v-b1" },
    { ...village, expects: "branch" },
  ] as const) {
    expectRefusal("invalid_input", () => checkPlan(wrong, ofVillage, committee));
  }
  checkPlan({ ...plan, expects: "chosen", memberIds: ["m1"] }, ofBranch, secretary);
});

test("its branch's secretary and the committee run it", () => {
  const inBranch2 = person({ branchId: "v-b2", roles: ["member", "secretary"] });
  checkManager(meeting(), secretary);
  checkManager(meeting(), committee);
  expectRefusal("not_permitted", () => checkManager(meeting(), member));
  expectRefusal("other_branch", () => checkManager(meeting(), inBranch2));
  expectRefusal("other_branch", () => checkManager(meeting({ branchId: "" }), secretary));
  const stranger = person({ villageId: "w", roles: ["member", "committee"] });
  expectRefusal("not_found", () => checkManager(meeting(), stranger));
});

test("a branch's activities are shown to its members, the village's to everybody in it", () => {
  const elsewhere = person({ branchId: "v-b2" });
  assert.equal(isShownTo(meeting(), member), true);
  assert.equal(isShownTo(meeting(), elsewhere), false);
  assert.equal(isShownTo(meeting(), committee), true);
  assert.equal(isShownTo(meeting({ branchId: "" }), elsewhere), true);
  assert.equal(isShownTo(meeting({ branchId: "" }), person({ villageId: "w" })), false);
});

test("who is expected: a branch, the committee, everybody, or those named", () => {
  const elsewhere = person({ branchId: "v-b2" });
  const expectedBy = (change: Partial<Plan>) =>
    [member, elsewhere, committee].map((one) => isExpected({ ...plan, ...change }, one));
  assert.deepEqual(expectedBy({}), [true, false, false]);
  assert.deepEqual(expectedBy({ branchId: "", expects: "all" }), [true, true, true]);
  assert.deepEqual(expectedBy({ branchId: "", expects: "committee" }), [false, false, true]);
  assert.deepEqual(expectedBy({ expects: "chosen", memberIds: [member.id] }), [true, false, false]);
});

test("check-in opens an hour before the start and ends with closing, not with the meeting", () => {
  expectRefusal("activity_not_started", () => checkRunning(meeting(), minutes(-61)));
  checkRunning(meeting(), minutes(-60));
  checkRunning(meeting(), minutes(1000));
  expectRefusal("activity_closed", () => checkRunning(closed(), minutes(60)));
  expectRefusal("not_found", () => checkRunning(cancelled(meeting()), minutes(0)));
});

test("leave is a matter of the time before the end", () => {
  checkNotOver(meeting(), minutes(89));
  expectRefusal("activity_over", () => checkNotOver(meeting(), endsAt));
});

test("it can be closed as soon as check-in is open, and pressing again is no mistake", () => {
  expectRefusal("activity_not_started", () => closing(meeting(), minutes(-61)));
  const first = closing(meeting(), minutes(30));
  assert.equal(first.status, "closing");
  assert.equal(closing(first, minutes(31)), first);
  const after = closed();
  assert.equal(closing(after, minutes(100)), after);
});

test("closed, it is past; as long as somebody's own line waits, others are asked to confirm", () => {
  assert.deepEqual([closed().status, closed().stage], ["closed", "past"]);
  assert.equal(closed("secretary").stage, "unconfirmed");
});

test("only a closed one is reopened, with a reason; closing again is another round", () => {
  expectRefusal("activity_not_closed", () =>
    reopened(meeting(), { by, reason: "漏记了人", at: minutes(100) }),
  );
  assert.deepEqual([again.status, again.round, again.stage], ["open", 2, "coming"]);
  assert.equal(again.reopened?.reason, "漏记了人");
  assert.equal("turnout" in again, false);
  assert.equal(closing(again, minutes(120)).round, 2);
});

test("a plan can be changed or cancelled until something was recorded for it", () => {
  const { kindTitle, rulebookId, year, month } = meeting();
  const placing = { kindTitle, rulebookId, year, month };
  const moved = changed(meeting(), { ...plan, place: "祠堂" }, placing);
  assert.deepEqual([moved.place, moved.lateAfter, moved.secret], ["祠堂", undefined, "s"]);
  assert.equal(cancelled(meeting()).stage, "past");
  for (const after of [closed(), again]) {
    expectRefusal("activity_closed", () => changed(after, plan, placing));
    expectRefusal("activity_closed", () => cancelled(after));
  }
});

test("a closed one can be reversed as a whole, once; it is then neither closed nor open again", () => {
  expectRefusal("activity_not_closed", () => reversing(meeting(), { by, reason: "没有开" }));
  const under = reversing(closed(), { by, reason: "没有开" });
  assert.deepEqual([under.status, under.round], ["reversing", 2]);
  const over = ended(under, { turnout, waitingFor: "" });
  assert.equal(over.status, "reversed");
  assert.equal(reversing(over, { by, reason: "又一次" }), over);
  expectRefusal("activity_closed", () => closing(over, minutes(200)));
  expectRefusal("activity_not_closed", () =>
    reopened(over, { by, reason: "改", at: minutes(200) }),
  );
});
