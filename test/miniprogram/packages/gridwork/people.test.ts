import assert from "node:assert/strict";
import { test } from "node:test";
import {
  newPerson,
  type PersonFields,
  personOf,
  personProblem,
  personText,
  residentInput,
  withPersonTyped,
} from "../../../../miniprogram/packages/gridwork/people.ts";

const floating: PersonFields = {
  ...newPerson(undefined),
  ...{ name: " 王大海 ", kind: "floating", from: "河南周口", since: "2024-03-01" },
  ...{ landlord: "陆阿婆", phone: "139" },
};

test("the next of a family came as the one before, and has a name of their own", () => {
  const next = newPerson(floating);
  assert.deepEqual(
    [next.kind, next.from, next.since, next.landlord],
    ["floating", "河南周口", "2024-03-01", "陆阿婆"],
  );
  assert.deepEqual([next.name, next.phone, next.idNumber], ["", "", ""]);
});

test("a whole ID number says the birthday; half of one says nothing", () => {
  const type = (value: string) => withPersonTyped(floating, { field: "idNumber", value });
  assert.equal(type("11010519491231002X").birthday, "1949-12-31");
  assert.equal(type("110105194912").birthday, "");
  assert.equal(type("110105194999310021").birthday, "");
});

test("what is missing is asked for by the person's name", () => {
  assert.equal(personProblem(newPerson(undefined)), "请写姓名");
  assert.match(personProblem({ ...floating, kind: "" }) ?? "", /请选王大海是户籍/);
  assert.equal(personProblem({ ...floating, from: " " }), "请写王大海从哪里来");
  assert.equal(personProblem({ ...floating, since: "" }), "请选王大海哪天来的");
  assert.equal(personProblem({ ...floating, idNumber: "123" }), "王大海的身份证号要18位");
  assert.equal(personProblem(floating), undefined);
});

test("where somebody came from goes along only with the floating", () => {
  assert.deepEqual(residentInput(floating, "floating").floating, {
    ...{ from: "河南周口", since: "2024-03-01", until: "" },
    ...{ landlord: "陆阿婆", landlordPhone: "" },
  });
  assert.equal(residentInput(floating, "living").floating, null);
  assert.equal(residentInput(floating, "living").name, "王大海");
});

test("a person of the village becomes a form whose fields stand side by side", () => {
  const came = { from: "河南周口", since: "2024-03-01", until: "", landlord: "陆阿婆" };
  const resident = {
    ...{ residentId: "r1", name: "王大海", kind: "floating" as const, birthday: "", phone: "139" },
    ...{ idNumber: "", isRepresentative: false, note: "", revision: 2 },
    floating: { ...came, landlordPhone: "" },
  };
  assert.deepEqual(personOf(resident), { ...floating, name: "王大海" });
  const settled = personOf({ ...resident, kind: "newResident", floating: null });
  assert.deepEqual([settled.from, settled.since], ["", ""]);
});

test("fields are said in words where two have changed them", () => {
  assert.equal(personText(floating, "kind"), "流动");
  assert.equal(personText(floating, "since"), "2024年3月1日");
  assert.equal(personText(floating, "isRepresentative"), "不是");
  assert.equal(personText(floating, "birthday"), "");
});
