import assert from "node:assert/strict";
import { test } from "node:test";
import { onlyBy } from "../../../core/signals/mutual.ts";
import { shownCases } from "../../../core/signals/photoCases.ts";
import { withdrawn } from "../../../core/submissions/submission.ts";
import { committee, member, pending, person, secretary } from "../support.ts";

const found = (id: string, same = true) => ({
  fileId: "mine",
  same,
  like: { submissionId: id, fileId: `photo-${id}` },
});

const other = (id: string, change: Parameters<typeof person>[0] = {}) => ({
  ...pending({ by: person({ id: "anna", ...change }) }),
  id,
});

test("an earlier case is told with whose it is, which rule and which day", () => {
  assert.deepEqual(shownCases([found("s7", false)], [other("s7")], secretary), [
    {
      fileId: "mine",
      same: false,
      like: {
        submissionId: "s7",
        ...{ member: "某某", rule: "环境卫生", workedOn: "2026-05-19", fileId: "photo-s7" },
      },
    },
  ]);
});

test("of a case that is none of the reviewer's business nothing is told but that there is one", () => {
  const elsewhere = other("s7", { branchId: "v-b2" });
  assert.deepEqual(shownCases([found("s7")], [elsewhere], secretary), [
    { fileId: "mine", same: true },
  ]);
  const [seen] = shownCases([found("s7")], [elsewhere], committee);
  assert.equal(seen?.like?.submissionId, "s7");
});

test("what was taken back is passed over, and hides nothing behind it", () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g"];
  const gone = ids.slice(0, 6).map((id) => ({ ...withdrawn(pending(), member), id }));
  const shown = shownCases(
    ids.map((id) => found(id)),
    [...gone, other("g")],
    secretary,
  );
  assert.deepEqual(
    shown.map(({ like }) => like?.submissionId),
    ["g"],
  );
});

test("five cases are shown at the most", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const shown = shownCases(
    ids.map((id) => found(id)),
    ids.map((id) => other(id)),
    secretary,
  );
  assert.equal(shown.length, 5);
});

const line = (approver: string, kind: "award" | "opening" | "reversal" = "award") => ({
  kind,
  approvers: [{ id: approver, name: "某某" }],
});

test("lines are only somebody's when all of at least five awards are", () => {
  const five = Array.from({ length: 5 }, () => line("chief"));
  assert.equal(onlyBy(five, "chief"), true);
  assert.equal(onlyBy(five.slice(1), "chief"), false);
  assert.equal(onlyBy([...five, line("deputy")], "chief"), false);
  assert.equal(onlyBy([...five, line("deputy", "reversal")], "chief"), true);
  assert.equal(onlyBy([...five.slice(1), line("chief", "opening")], "chief"), false);
  const four = {
    kind: "award",
    approvers: [line("deputy"), line("chief")].flatMap((one) => one.approvers),
  } as const;
  assert.equal(onlyBy([...five, four], "chief"), true);
});
