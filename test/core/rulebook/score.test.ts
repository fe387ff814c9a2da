import assert from "node:assert/strict";
import { test } from "node:test";
import { counted } from "../../../core/rulebook/counters.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { Scheme, type SchemeInput } from "../../../core/rulebook/scheme.ts";
import { score } from "../../../core/rulebook/score.ts";
import { effectOf, lived, on, refusalOf, rulebookOf, undoingOf } from "./lived.ts";

const scheme = Scheme.parse({
  title: "细则",
  categories: [
    { id: "duty", title: "履职", caps: [{ per: "month", most: 500 }] },
    { id: "honour", title: "荣誉", highestPerDeed: true },
  ],
  classes: [{ id: "away", title: "外出党员" }],
  rules: [
    {
      ...{ id: "summer", title: "防汛值守", category: "duty", clause: "第一条" },
      ...{ approver: "secretary", from: "2014-06-01", until: "2014-09-30" },
      grades: [{ id: "once", title: "值守一次", points: 300 }],
    },
    {
      ...{ id: "report", title: "汇报思想", category: "duty", clause: "第二条" },
      ...{ approver: "secretary", classes: ["away"], onlyOncePer: "month" },
      grades: [{ id: "once", title: "汇报一次", points: 100 }],
    },
    {
      ...{ id: "greeting", title: "慰问老党员", category: "duty", clause: "第三条" },
      ...{ approver: "secretary", onlyOncePer: "event" },
      grades: [{ id: "once", title: "慰问一次", points: 100 }],
    },
    {
      ...{ id: "watch", title: "夜间巡逻", category: "duty", clause: "第四条" },
      ...{ approver: "secretary", onlyOncePer: "day" },
      grades: [{ id: "once", title: "巡逻一次", points: 50 }],
    },
    {
      ...{ id: "honour", title: "荣誉", category: "honour", clause: "第五条" },
      ...{ approver: "committee" },
      grades: [
        { id: "town", title: "镇级", points: 500 },
        { id: "withdrawn", title: "撤销荣誉", points: -500 },
      ],
    },
  ],
} satisfies SchemeInput);

const away = { classId: "away" };

test("a rule or grade that the rulebook does not have is refused", () => {
  assert.equal(refusalOf(profileA, [], on("2014-03-05", "dancing", "normal")), "unknown_rule");
  assert.equal(refusalOf(profileA, [], on("2014-03-05", "cleanup", "huge")), "unknown_grade");
});

test("a rule holds from its first day to its last", () => {
  const codeOn = (day: string) => refusalOf(scheme, [], on(day, "summer", "once"));
  assert.deepEqual(["2014-05-31", "2014-10-01"].map(codeOn), ["rule_expired", "rule_expired"]);
  assert.deepEqual(["2014-06-01", "2014-09-30"].map(codeOn), [undefined, undefined]);
});

test("a rule for a class is refused to everybody else", () => {
  const report = on("2014-03-05", "report", "once");
  assert.equal(refusalOf(scheme, [], report), "rule_not_for_class");
  assert.equal(refusalOf(scheme, [], report, { classId: "cadre" }), "rule_not_for_class");
  assert.equal(refusalOf(scheme, [], report, away), undefined);
});

test("several of what has no unit are refused", () => {
  const twice = on("2014-03-05", "cleanup", "normal", { quantity: 2 });
  assert.equal(refusalOf(profileA, [], twice), "invalid_input");
});

test("once a month means once a calendar month", () => {
  const reported = [on("2014-03-05", "report", "once")];
  const codeOn = (day: string) => refusalOf(scheme, reported, on(day, "report", "once"), away);
  assert.deepEqual(["2014-03-31", "2014-04-01"].map(codeOn), ["already_counted", undefined]);
});

test("once a day and once an event", () => {
  const watched = [on("2014-03-05", "watch", "once")];
  const codeOn = (day: string) => refusalOf(scheme, watched, on(day, "watch", "once"));
  assert.deepEqual(["2014-03-05", "2014-03-06"].map(codeOn), ["already_counted", undefined]);
  const greeting = (event: string) => on("2014-03-05", "greeting", "once", { event });
  const codeFor = (event: string) => refusalOf(scheme, [greeting("feast")], greeting(event));
  assert.deepEqual(["feast", "new-year"].map(codeFor), ["already_counted", undefined]);
  assert.equal(refusalOf(scheme, [greeting("")], greeting("")), undefined);
});

test("what was undone may be counted again", () => {
  const { account, lines } = lived(scheme, [on("2014-03-05", "watch", "once")]);
  const [line] = lines;
  assert.ok(line);
  const after = { ...account, ...counted(account, undoingOf(effectOf(line))) };
  const again = score(rulebookOf(scheme), after, on("2014-03-05", "watch", "once"));
  assert.equal(again.points, 50);
});

test("a fact of a published month counts against the caps of the month in which it counts", () => {
  const july = [on("2014-07-02", "summer", "once")];
  const late = on("2014-06-20", "summer", "once", { countsOn: "2014-07-01" });
  assert.deepEqual(lived(scheme, [...july, late]).points, [300, 200]);
  assert.deepEqual(lived(scheme, [...july, on("2014-06-20", "summer", "once")]).points, [300, 300]);
});

test("an event that is named like a day is not that day", () => {
  const event = "2014-03-05";
  const { marks } = score(
    rulebookOf(Scheme.parse({ ...scheme, caps: [{ per: "event", most: 500 }] })),
    lived(scheme, []).account,
    on("2014-03-05", "watch", "once", { event }),
  );
  assert.equal(new Set(marks).size, 2);
});

test("taking an honour back takes all of it, whatever else the deed counted", () => {
  const honour = (grade: string) => on("2014-03-05", "honour", grade, { event: "flood" });
  const { points, lines } = lived(scheme, [honour("town"), honour("withdrawn")]);
  assert.deepEqual(points, [500, -500]);
  assert.equal(lines[1]?.explanation.highestBefore, 0);
});

test("what a rule of an earlier version brought still counts towards the cap on everything", () => {
  const capped = Scheme.parse({ ...profileA, caps: [{ per: "year", most: 1000 }] });
  const { account } = lived(capped, [on("2014-03-05", "honour", "normal")]);
  const { rules } = capped;
  const without = { ...capped, rules: rules.filter(({ id }) => id !== "honour") };
  const { points } = score(rulebookOf(without), account, on("2014-07-05", "cleanup", "normal"));
  assert.equal(points, 0);
});

test("a rule dropped in mid-year has still used its category's cap", () => {
  const categories = profileA.categories.map((category) =>
    category.id === "duty"
      ? { ...category, caps: [{ per: "year", of: "gains", most: 400 } as const] }
      : category,
  );
  const capped = Scheme.parse({ ...profileA, categories });
  const { account } = lived(capped, [on("2014-03-05", "mediation", "normal")]);
  const rules = capped.rules.filter(({ id }) => id !== "mediation");
  const { points } = score(
    rulebookOf({ ...capped, rules }),
    account,
    on("2014-07-05", "cleanup", "normal"),
  );
  assert.equal(points, 100);
});

test("rules named like what every JavaScript object has count like any other", () => {
  const [rule] = profileA.rules;
  assert.ok(rule);
  const named = Scheme.parse({
    ...profileA,
    ...{ meetings: [], caps: [{ per: "year", most: 500 }] },
    rules: [{ ...rule, id: "constructor" }],
  });
  const facts = ["2014-03-05", "2014-03-06"].map((day) => on(day, "constructor", "normal"));
  assert.deepEqual(lived(named, facts).points, [300, 200]);
});

test("an account remembers days and deeds only where something asks for them", () => {
  const marksOf = (of: Scheme, ruleId: string, gradeId: string) =>
    lived(of, [on("2014-03-05", ruleId, gradeId, { event: "flood" })]).lines[0]?.marks;
  assert.deepEqual(marksOf(profileA, "cleanup", "normal"), []);
  assert.deepEqual(marksOf(profileB, "honour", "town"), ["honour@event-flood"]);
  assert.deepEqual(marksOf(scheme, "watch", "once"), ["watch@2014-03-05"]);
});
