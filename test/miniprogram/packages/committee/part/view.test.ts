import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Field,
  textField,
  withFlaws,
  withValue,
} from "../../../../../miniprogram/packages/committee/part/field.ts";
import { parts } from "../../../../../miniprogram/packages/committee/part/parts.ts";
import { toView } from "../../../../../miniprogram/packages/committee/part/view.ts";
import { draftOf } from "../drafts.ts";

const { rule, general, meeting } = parts;
assert(rule && general && meeting);

const writing = (id: string) => ({
  ...{ part: rule, id, values: rule.read(draftOf().scheme, id, {}) as object },
  ...{ added: "new", restored: false, saving: false },
});

/** The paths of the fields at which something is wrong. */
const flawed = (fields: readonly Field[]): [string, string][] =>
  fields.flatMap(({ path, flaws }) => flaws.map((flaw): [string, string] => [path, flaw]));

test("a contradiction stands at the field it is about, and only in the form of its own part", () => {
  const flaws = [
    { place: "rules.1.caps.0", sentence: "封顶比一次的分值还低" },
    { place: "rules.1.approver", sentence: "荣誉要由党委审核" },
    { place: "rules.2.category", sentence: "没有这个类别" },
    { place: "rules.12", sentence: "编号重复了" },
  ];
  assert.deepEqual(flawed(toView(draftOf({ flaws }), writing("cleanup")).fields), [
    ["caps", "封顶比一次的分值还低"],
    ["approver", "荣誉要由党委审核"],
  ]);
});

test("a contradiction of the whole thing stands at its first field", () => {
  const fields = [textField({ path: "title", label: "", value: "" })];
  assert.deepEqual(flawed(withFlaws(fields, [{ path: "", sentence: "编号重复了" }])), [
    ["title", "编号重复了"],
  ]);
});

test("the scale's contradictions stand in the general form", () => {
  const { scheme } = draftOf();
  const path = (place: string) => general.pathOf(scheme, "", place);
  assert.deepEqual(["scale", "scale.bands.1", "caps.0", "rules.0"].map(path), [
    ...["base", "bands.1", "caps.0", undefined],
  ]);
  assert.equal(meeting.pathOf(scheme, "theme-day", "meetings.1"), "counts");
});

test("something new cannot be taken away, what is there can", () => {
  assert.equal(toView(draftOf(), writing("")).mayRemove, false);
  assert.equal(toView(draftOf(), writing("cleanup")).mayRemove, true);
});

test("a value goes where its path leads, and everything else stays", () => {
  const values = { title: "a", grades: [{ points: "1" }, { points: "2" }] };
  assert.deepEqual(withValue(values, "grades.1.points", "2.5"), {
    ...{ title: "a", grades: [{ points: "1" }, { points: "2.5" }] },
  });
  assert.deepEqual(withValue(values, "title", "b"), { ...values, title: "b" });
});
