import assert from "node:assert/strict";
import { test } from "node:test";
import type { Caller } from "../../../core/kernel/operation.ts";
import { type Duty, underRule } from "../../../core/submissions/duty.ts";
import { maySeeAll, partOf } from "../../../core/submissions/part.ts";
import { answered, attested } from "../../../core/submissions/participant.ts";
import { review } from "../../../core/submissions/review.ts";
import { resubmitted, submitted, withParticipants } from "../../../core/submissions/submission.ts";
import { cleanup, expectRefusal, member, noon, person, rulebook, secretary } from "../support.ts";

const approve = { decision: "approve", gradeId: "normal", attested: [] } as const;
const giveBack = { decision: "return", reason: "照片不清楚" } as const;
const written = { duty: cleanup, under: underRule(rulebook, cleanup, ""), participants: [] };
const recorder = { id: "staff", name: "某某", consent: "当面说好的" };

const asked = [
  { id: "one", name: "甲", answer: "asked" },
  { id: "two", name: "乙", answer: "asked" },
] as const;

test("nobody reviews a deed that they took part in", () => {
  const ours = { id: "secretary", name: "丙", answer: "asked" } as const;
  const common = submitted("s3", { ...written, participants: [ours] }, member, noon);
  expectRefusal("own_submission", () => review(common, approve, secretary, noon));
});

test("a participant answers once, for themselves alone", () => {
  const after = answered(asked, "one", "yes");
  assert.deepEqual(
    after.map(({ answer }) => answer),
    ["yes", "asked"],
  );
  assert.equal(answered(after, "one", "yes"), after, "the same again changes nothing");
  expectRefusal("already_answered", () => answered(after, "one", "no"));
  expectRefusal("not_participant", () => answered(asked, "three", "yes"));
});

test("a reviewer attests who has not answered, and never against a no", () => {
  const after = attested(answered(asked, "one", "no"), ["one", "two"]);
  assert.deepEqual(
    after.map(({ answer }) => answer),
    ["no", "attested"],
  );
  expectRefusal("not_participant", () => attested(asked, ["three"]));
});

test("an answer holds when a submission is mended, as long as it is of the same rule and day", () => {
  const answers = (change: Partial<Duty>) => {
    const before = submitted("s4", { ...written, participants: asked }, member, noon);
    const told = withParticipants(before, answered(asked, "one", "no"));
    const returned = review(told, giveBack, secretary, noon);
    const duty = { ...cleanup, ...change };
    const again = resubmitted(returned, { ...written, duty, participants: asked }, noon);
    return [again.participants.map(({ answer }) => answer), again.asked];
  };
  assert.deepEqual(answers({ text: "写清楚了" }), [["no", "asked"], ["two"]]);
  assert.deepEqual(answers({ workedOn: "2026-05-18" }), [
    ["asked", "asked"],
    ["one", "two"],
  ]);
});

test("who is said to have taken part sees what it is about, and not the photos or the others", () => {
  const common = submitted("s5", { ...written, participants: asked }, member, noon, recorder);
  const seeing = (id: string, roles: Caller["roles"] = ["member"]) => {
    const reader = person({ id, roles });
    return [partOf(common, reader), maySeeAll(common, reader)];
  };
  assert.deepEqual(seeing("member"), ["member", true]);
  assert.deepEqual(seeing("staff"), ["recorder", true]);
  assert.deepEqual(seeing("one", ["member", "committee"]), ["participant", false]);
  assert.deepEqual(seeing("secretary", ["member", "secretary"]), ["none", true]);
  assert.deepEqual(seeing("neighbour"), ["none", false]);
});
