import assert from "node:assert/strict";
import { test } from "node:test";
import { profileA } from "../../../../../core/rulebook/profileA.ts";
import { profileB } from "../../../../../core/rulebook/profileB.ts";
import type { Scheme } from "../../../../../core/rulebook/scheme.ts";
import { categoryPart } from "../../../../../miniprogram/packages/committee/part/categoryPart.ts";
import { classPart } from "../../../../../miniprogram/packages/committee/part/classPart.ts";
import { exemptionPart } from "../../../../../miniprogram/packages/committee/part/exemptionPart.ts";
import type { Field } from "../../../../../miniprogram/packages/committee/part/field.ts";
import { generalPart } from "../../../../../miniprogram/packages/committee/part/generalPart.ts";
import { meetingPart } from "../../../../../miniprogram/packages/committee/part/meetingPart.ts";
import { parts } from "../../../../../miniprogram/packages/committee/part/parts.ts";
import { rulePart } from "../../../../../miniprogram/packages/committee/part/rulePart.ts";
import { full } from "../../../../core/drafts/schemes.ts";

/** Every item of a kind by its id; the general part is one, without id. */
function idsOf(scheme: Scheme, kind: string): string[] {
  const { categories, rules, meetings, classes, exemptions } = scheme;
  const lists: Record<string, ReadonlyArray<Readonly<{ id: string }>>> = {
    ...{ category: categories, rule: rules, meeting: meetings },
    ...{ class: classes, exemption: exemptions },
  };
  return lists[kind]?.map(({ id }) => id) ?? [""];
}

test("what a form has read it writes back unchanged, for every part of every scheme", () => {
  for (const scheme of [profileA, profileB, full]) {
    for (const [kind, part] of Object.entries(parts)) {
      for (const id of idsOf(scheme, kind)) {
        const values = part.read(scheme, id, {});
        assert.equal(part.problem(values), undefined, `${kind} ${id}`);
        assert.deepEqual(part.write(scheme, id, values, "new"), scheme, `${kind} ${id}`);
      }
    }
  }
});

test("every field shows a value that is there: no choice is open in a sound scheme", () => {
  for (const scheme of [profileA, profileB]) {
    for (const [kind, part] of Object.entries(parts)) {
      for (const id of idsOf(scheme, kind)) {
        const open = flat(part.fields(part.read(scheme, id, {}), scheme, id)).filter(
          (field) => field.kind === "choice" && field.index < 0,
        );
        assert.deepEqual(open, [], `${kind} ${id}`);
      }
    }
  }
});

const flat = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) =>
    field.kind === "list" ? field.rows.flatMap((row) => flat(row.fields)) : [field],
  );

const cleanup = rulePart.read(profileA, "cleanup", {});
const ruleIn = (scheme: Scheme, id: string) => scheme.rules.find((rule) => rule.id === id);

test("a deduction is written as a positive number and kept as a negative one", () => {
  const [grade] = cleanup.grades;
  assert(grade);
  const grades = [{ ...grade, side: "loss", points: "0.5" }];
  const written = rulePart.write(profileA, "cleanup", { ...cleanup, grades }, "");
  assert.equal(ruleIn(written, "cleanup")?.grades[0]?.points, -50);
});

test("points that the committee puts down are the village's own from then on; other words are not", () => {
  const origin = (values: typeof cleanup) =>
    ruleIn(rulePart.write(profileA, "cleanup", values, ""), "cleanup")?.origin;
  assert.equal(origin({ ...cleanup, hint: "写写打扫了哪里" }), "report");
  const [grade, ...others] = cleanup.grades;
  assert(grade);
  const dearer = { ...grade, points: "2.5" };
  assert.equal(origin({ ...cleanup, grades: [dearer, ...others] }), "village");
});

test("a new rule stands at the end of its category, a moved one behind the one that was chosen", () => {
  const order = (scheme: Scheme, category: string) =>
    scheme.rules.filter((rule) => rule.category === category).map(({ id }) => id);
  const blank = rulePart.read(profileA, "", { category: "meeting" });
  const added = rulePart.write(profileA, "", { ...blank, title: "党课" }, "lecture");
  assert.deepEqual(order(added, "meeting"), ["committee-meeting", "branch-meeting", "lecture"]);
  const opening = { ...blank, title: "党课", after: "" };
  const addedFirst = rulePart.write(profileA, "", opening, "lecture");
  assert.equal(order(addedFirst, "meeting")[0], "lecture");
  const elsewhere = { ...read("patrol"), category: "meeting", after: "committee-meeting" };
  const changed = rulePart.write(profileA, "patrol", elsewhere, "");
  assert.deepEqual(order(changed, "meeting"), ["committee-meeting", "patrol", "branch-meeting"]);
  const first = rulePart.write(profileA, "patrol", { ...read("patrol"), after: "" }, "");
  assert.deepEqual(order(first, "duty").slice(0, 2), ["patrol", "mediation"]);
  const behind = rulePart.write(profileA, "mediation", { ...read("mediation"), after: "care" }, "");
  assert.deepEqual(order(behind, "duty"), [
    ...["cleanup", "repair", "care", "mediation", "patrol", "flood"],
  ]);
});

const read = (id: string) => rulePart.read(profileA, id, {});

test("what is missing is asked for in a sentence", () => {
  const [grade] = cleanup.grades;
  assert(grade);
  const problems = [
    rulePart.problem({ ...cleanup, title: " " }),
    rulePart.problem({ ...cleanup, clause: "" }),
    rulePart.problem({ ...cleanup, grades: [{ ...grade, title: "" }] }),
    rulePart.problem({ ...cleanup, grades: [{ ...grade, points: "两分" }] }),
    rulePart.problem({
      ...cleanup,
      caps: [{ id: "0", per: "month", of: "gains", most: "0" }],
    }),
    categoryPart.problem({ ...categoryPart.read(profileA, "duty", {}), pool: "0" }),
    generalPart.problem({ ...generalPart.read(profileA, "", {}), base: "" }),
    generalPart.problem({
      ...generalPart.read(profileA, "", {}),
      bands: [{ id: "a", title: "优秀", from: "" }],
    }),
    meetingPart.problem({
      ...meetingPart.read(profileB, "branch", {}),
      afterMinutes: "300",
    }),
    classPart.problem({
      ...{ title: "外出党员" },
      expects: [{ id: "0", title: "开会", category: "duty", per: "year", times: "零", points: "" }],
    }),
    exemptionPart.problem({ title: "", categories: [], appraised: true }),
  ];
  assert.deepEqual(problems, [
    "请写这一条叫什么",
    "请写是第几条",
    "请写每一档怎样算",
    "分值要填数字，比如2或2.5",
    "封顶要填大于0的数，比如6",
    "扣分池要填大于0的数，不设就空着",
    "起评分要填数字，没有就填0",
    "请写每个等次从几分起",
    "迟到多久要填1到240分钟",
    "次数和分数要填大于0的数，不限就空着",
    "请写是什么情形",
  ]);
});

test("a category that still has rules stays, and so does the last rule", () => {
  assert.equal(
    categoryPart.remove?.obstacle(profileA, "meeting"),
    "这一类里还有2条，先把它们删掉或者换到别的类。",
  );
  const [only] = profileA.rules;
  assert(only);
  assert.equal(
    rulePart.remove?.obstacle({ ...profileA, rules: [only] }, only.id),
    "至少要留一条。",
  );
  assert.equal(rulePart.remove?.obstacle(profileA, "patrol"), undefined);
});

test("what is taken away is gone, and nothing else", () => {
  const without = rulePart.remove?.without(profileA, "patrol");
  assert(without);
  assert.deepEqual({ ...without, rules: [] }, { ...profileA, rules: [] });
  assert.equal(without.rules.length, profileA.rules.length - 1);
  assert.equal(ruleIn(without, "patrol"), undefined);
});

test("only deductions can be what an absence costs", () => {
  const absence = meetingPart
    .fields(meetingPart.read(profileB, "branch", {}), profileB, "branch")
    .find(({ path }) => path === "absence");
  assert(absence?.kind === "choice");
  assert.deepEqual(absence.options, [
    "不扣分",
    "无故缺席、迟到，没请假缺席一次扣1分",
    "无故缺席、迟到，迟到一次扣0.5分",
    "应做未做，不参加义务劳动一次扣2分",
    "受党纪政纪处分，一票否决不计分",
  ]);
});
