import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Family,
  familyInput,
  newFamily,
  problemOf,
  toView,
  withOneMore,
  withoutPerson,
  withPerson,
} from "../../../../miniprogram/packages/gridwork/household-form/view.ts";

const standing = { refusal: "", found: "" };
const around = { hamlets: ["东浜", "西浜"], today: "2026-05-20" };

const family = (fields: Partial<Family["household"]["fields"]> = {}): Family => {
  const blank = newFamily("h1", ["东浜"]);
  const typed = { ...blank.household.fields, door: " 12-3 ", head: "王大海", phone: "139" };
  return { ...blank, household: { ...blank.household, fields: { ...typed, ...fields } } };
};

const called = (name: string) => (person: Family["people"][number]) =>
  ({ ...person, name, kind: "registered" }) as const;

test("a grid of one hamlet asks for none", () => {
  assert.equal(newFamily("h1", ["东浜"]).household.fields.hamlet, "东浜");
  assert.equal(newFamily("h1", ["东浜", "西浜"]).household.fields.hamlet, "");
});

test("the first of the people is whom the household is called after; the next has no name yet", () => {
  const two = withOneMore(withOneMore(family()));
  assert.deepEqual(
    two.people.map(({ name, phone }) => [name, phone]),
    [
      ["王大海", "139"],
      ["", ""],
    ],
  );
  assert.equal(two.open, 1);
});

test("only one person's fields are open, the others are a line each", () => {
  const two = withPerson(withOneMore(withOneMore(family())), 1, called("李小梅"));
  const view = toView(two, around, standing);
  assert.deepEqual(
    view.people.map(({ title, isOpen }) => [title, isOpen]),
    [
      ["王大海", false],
      ["李小梅", true],
    ],
  );
  assert.deepEqual(
    toView(withoutPerson(two, 0), around, standing).people.map(({ title }) => title),
    ["李小梅"],
  );
});

test("what is missing is asked for in the order of the form, the people last", () => {
  assert.equal(problemOf(family({ hamlet: "" })), "请选是哪个自然村");
  assert.equal(problemOf(family({ door: " " })), "请写门牌号");
  assert.equal(problemOf(family({ head: "" })), "请写户主");
  assert.match(problemOf(withOneMore(family())) ?? "", /请选王大海是户籍/);
  assert.equal(problemOf(family()), undefined);
});

test("nothing is saved while somebody has not said which of two holds", () => {
  const { household, ...rest } = family();
  const clashing = { ...rest, household: { ...household, clashes: ["door"] } };
  assert.match(problemOf(clashing) ?? "", /先选/);
});

test("a family goes out as one form", () => {
  const whole = withPerson(withOneMore(family()), 0, called("王大海"));
  const { changeId, door, revision, people = [] } = familyInput("c1", whole);
  assert.deepEqual([changeId, door, revision, people.length], ["c1", "12-3", 0, 1]);
});

test("no more people than one form takes are asked for", () => {
  let many = family();
  for (let count = 0; count < 20; count++) many = withOneMore(many);
  assert.equal(toView(many, around, standing).more, "");
});
