import assert from "node:assert/strict";
import { test } from "node:test";
import { type Attendance, marked } from "../../../core/activities/attendance.ts";
import { duesOf, lineId, workOf } from "../../../core/activities/lines.ts";
import { isCommitteesOwn, meetingOf, ratesOf } from "../../../core/activities/meeting.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { expectRefusal } from "../support.ts";
import { minutes, onRoll } from "./support.ts";

const tick = { by: "chief", at: minutes(60) };
const present = marked(onRoll(), "present", tick);
const late = marked(onRoll(), "late", tick);
const absent = marked(onRoll(), "absent", tick);
const leave = (status: "leaveAsked" | "leaveGranted" | "leaveRefused"): Attendance =>
  onRoll({ status, reason: "看病", askedAt: minutes(-60), answer: "", answeredBy: "chief" });

const strict = meetingOf(profileB, "branch");
const mild = meetingOf(profileA, "branch");
const parts = (attendance: Attendance, meeting = strict) =>
  duesOf(attendance, meeting).map(({ part }) => part);

test("whoever came has a line for coming, and one for coming late where the rulebook says so", () => {
  assert.deepEqual(duesOf(present, mild), [
    { part: "attended", ruleId: "branch-meeting", gradeId: "normal" },
  ]);
  assert.deepEqual(parts(late), ["attended", "late"]);
  assert.deepEqual(parts(late, mild), ["attended"]);
});

test("staying away counts only where the rulebook says so", () => {
  for (const attendance of [absent, onRoll(), leave("leaveRefused")]) {
    assert.deepEqual(parts(attendance), ["absence"]);
    assert.deepEqual(parts(attendance, mild), []);
  }
});

test("whoever has leave loses nothing, nor whoever asked and was not answered", () => {
  assert.deepEqual(parts(leave("leaveGranted")), []);
  assert.deepEqual(parts(leave("leaveAsked")), []);
});

test("what stands and is due stays untouched", () => {
  const held = onRoll({ lines: { attended: { entryId: "e1" } } });
  assert.deepEqual(workOf(held, duesOf(present, mild)), { undo: [], record: [] });
});

test("a correction undoes what no longer holds and records what has come", () => {
  const held = onRoll({ lines: { absence: { entryId: "e1" } } });
  const { undo, record } = workOf(held, duesOf(present, strict));
  assert.deepEqual(undo, [{ part: "absence", entryId: "e1" }]);
  assert.deepEqual(
    record.map(({ part }) => part),
    ["attended"],
  );
});

test("a line that the rulebook refused is tried again, and is nothing to undo", () => {
  const held = onRoll({ lines: { absence: { refused: "exempted" } } });
  assert.equal(workOf(held, duesOf(absent, strict)).record.length, 1);
  assert.deepEqual(workOf(held, []).undo, []);
});

test("a line's id names activity, member and part, and from the second round on the round", () => {
  assert.equal(lineId("a1", "m1", "attended", 1), "award-a1.m1");
  assert.equal(lineId("a1", "m1", "late", 1), "award-a1.m1-late");
  assert.equal(lineId("a1", "m1", "attended", 2), "award-a1.m1-2");
  assert.equal(lineId("a1", "m1", "absence", 3), "award-a1.m1-absence-3");
});

test("what a meeting counts is told before it is closed", () => {
  assert.deepEqual(ratesOf(profileA, mild), { present: 200, late: 0, absent: 0 });
  assert.deepEqual(ratesOf(profileB, strict), { present: 300, late: -50, absent: -100 });
});

test("where a rule is the committee's to approve, the committee closes", () => {
  assert.equal(isCommitteesOwn(profileA, mild), false);
  assert.equal(isCommitteesOwn(profileA, meetingOf(profileA, "committee")), true);
  expectRefusal("unknown_rule", () => meetingOf(profileA, "dance"));
});
