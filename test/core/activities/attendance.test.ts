import assert from "node:assert/strict";
import { test } from "node:test";
import {
  answeredLeave,
  askedLeave,
  checkedIn,
  marked,
  retimed,
} from "../../../core/activities/attendance.ts";
import { expectRefusal } from "../support.ts";
import { meeting, minutes, onRoll } from "./support.ts";

const comesAt = (at: string) => checkedIn(onRoll(), meeting(), { how: "code", at, by: "m1" });
const tick = { by: "chief", at: minutes(60) };
const asked = askedLeave(onRoll(), "走亲戚", minutes(-60));
const grant = { granted: true, answer: "", by: "chief" };

test("late is whoever comes after the minutes that the rulebook grants", () => {
  assert.equal(comesAt(minutes(-30)).late, false);
  assert.equal(comesAt(minutes(10)).late, false);
  assert.equal(comesAt(minutes(11)).late, true);
});

test("where the rulebook does not care, nobody is late", () => {
  const { lateAfter: _, ...easy } = meeting();
  const came = checkedIn(onRoll(), easy, { how: "code", at: minutes(80), by: "m1" });
  assert.equal(came.late, false);
});

test("checking in twice is as the first time", () => {
  const first = comesAt(minutes(0));
  const again = checkedIn(first, meeting(), { how: "scanned", at: minutes(50), by: "chief" });
  assert.equal(again, first);
});

test("a tick on the roll says itself whether somebody was late, whenever it is made", () => {
  const ticked = marked(onRoll(), "present", tick);
  assert.deepEqual([ticked.status, "late" in ticked && ticked.late], ["present", false]);
  const late = marked(comesAt(minutes(0)), "late", tick);
  assert(late.status === "present");
  assert.deepEqual([late.late, late.how, late.at], [true, "roll", minutes(0)]);
});

test("a tick can be taken back, and a tick that is there already changes nothing", () => {
  const ticked = marked(onRoll(), "absent", tick);
  assert.equal(ticked.status, "absent");
  assert.deepEqual(marked(ticked, "expected", tick), onRoll());
  const came = comesAt(minutes(0));
  assert.equal(marked(came, "present", tick), came);
});

test("leave is asked with a reason, and answered once", () => {
  assert.deepEqual("reason" in asked && asked.reason, "走亲戚");
  const granted = answeredLeave(asked, grant);
  assert.equal(granted.status, "leaveGranted");
  assert.equal(answeredLeave(asked, { ...grant, granted: false }).status, "leaveRefused");
  expectRefusal("leave_answered", () => answeredLeave(granted, grant));
  expectRefusal("leave_answered", () => askedLeave(granted, "还是走亲戚", minutes(-50)));
});

test("only what was asked is answered, and nobody answers their own", () => {
  expectRefusal("leave_not_asked", () => answeredLeave(onRoll(), grant));
  expectRefusal("leave_not_asked", () => answeredLeave(comesAt(minutes(0)), grant));
  expectRefusal("own_leave", () => answeredLeave(asked, { ...grant, by: "m1" }));
});

test("a request that waits can be written anew; whoever is there needs none", () => {
  const anew = askedLeave(asked, "看病", minutes(-50));
  assert.deepEqual("reason" in anew && anew.reason, "看病");
  const came = comesAt(minutes(0));
  assert.equal(askedLeave(came, "看病", minutes(5)), came);
});

test("somebody with leave who comes after all has come", () => {
  const came = checkedIn(answeredLeave(asked, grant), meeting(), {
    ...{ how: "code", at: minutes(5), by: "m1" },
  });
  assert.equal(came.status, "present");
  assert.equal("reason" in came, false);
});

test("when the meeting is put off, those who checked in are late by the new time", () => {
  const late = comesAt(minutes(12));
  const later = meeting({ startsAt: minutes(30) });
  assert.deepEqual(retimed(late, later), { ...late, late: false });
  const ticked = marked(onRoll(), "late", tick);
  assert.equal(retimed(ticked, later), ticked);
});

test("on the roll requests stand first, then who is still to come, who came, and who has leave", () => {
  const roll = [
    answeredLeave(asked, grant),
    marked(onRoll(), "absent", tick),
    comesAt(minutes(0)),
    answeredLeave(asked, { ...grant, granted: false }),
    onRoll(),
    asked,
  ];
  assert.deepEqual(
    roll.sort((one, other) => one.order - other.order).map(({ status }) => status),
    ["leaveAsked", "expected", "leaveRefused", "present", "absent", "leaveGranted"],
  );
});
