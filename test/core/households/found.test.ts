import assert from "node:assert/strict";
import { test } from "node:test";
import { findable, searched, tagWord } from "../../../core/households/found.ts";
import { withoutPerson, withPeople } from "../../../core/households/make.ts";
import { fromAnhui, household, resident } from "./things.ts";

/** Whether the household is found by what is typed in the whole grid. */
const isFound = (by: string, one = household()) =>
  one.words.includes(searched(by, ["东浜", "西浜"]).word);

test("a household is found by any piece of a name in it, of its hamlet, and by its door", () => {
  const lived = withPeople(household(), [resident("r1", { name: "陈阿妹" })]);
  for (const typed of [
    "王",
    "大明",
    "王大明",
    "陈",
    "阿妹",
    "东浜",
    "东",
    "12",
    "12-3",
    "１２号",
  ]) {
    assert(isFound(typed, lived), typed);
  }
  for (const typed of ["王明", "李", "1", "3", "2-3", "西浜"])
    assert(!isFound(typed, lived), typed);
});

test("nobody who left or was renamed is found", () => {
  const lived = withPeople(household(), [resident("r1", { name: "陈阿妹" })]);
  const renamed = withPeople(lived, [resident("r1", { name: "沈阿妹" })]);
  assert(isFound("沈", renamed));
  assert(!isFound("陈", renamed));
  assert(!isFound("沈", withoutPerson(renamed, "r1")));
});

test("long names are found by whatever is typed of them", () => {
  const lived = withPeople(household(), [resident("r1", { name: "Abdurehim·Memet 阿不都热合曼" })]);
  for (const typed of ["abdurehim·memet", "Memet", "阿不都热合曼", "热合曼"]) {
    assert(isFound(typed, lived), typed);
  }
});

test("a hamlet in front narrows the search to it, but no name that begins like a hamlet", () => {
  const hamlets = ["东浜", "张家"];
  assert.deepEqual(searched("东浜12", hamlets), { hamlets: ["东浜"], word: "12" });
  assert.deepEqual(searched("东浜 张三", hamlets), { hamlets: ["东浜"], word: "张三" });
  assert.deepEqual(searched("张家明", hamlets), { hamlets, word: "张家明" });
  const parts = ["东浜", "东浜1组"];
  assert.deepEqual(searched("东浜1组", parts), { hamlets: parts, word: "东浜1组" });
  assert.deepEqual(searched("东浜１２", parts), { hamlets: ["东浜"], word: "12" });
  assert.deepEqual(searched("", hamlets), { hamlets, word: "" });
});

test("tags say what a household can be narrowed to, and no search meets their words", () => {
  const lived = withPeople(household(), [
    resident("r1", { kind: "floating", floating: fromAnhui }),
    resident("r2", { isRepresentative: true }),
  ]);
  const needy = findable({ ...lived, openNeeds: 1 });
  assert.deepEqual(needy.tags, ["representatives", "floating", "newResidents", "needs"]);
  for (const tag of needy.tags) {
    assert(needy.words.includes(tagWord(tag)));
    assert(!isFound(tag, needy) && !isFound(tagWord(tag), needy));
  }
  assert.deepEqual(household().tags, []);
});

test("doors stand in the order of their numbers", () => {
  const doors = ["10", "2", "2-10", "2-9"].map((door) => household({ door }));
  const sorted = doors.sort((one, other) => (one.doorOrder < other.doorOrder ? -1 : 1));
  assert.deepEqual(
    sorted.map(({ door }) => door),
    ["2", "2-9", "2-10", "10"],
  );
});
