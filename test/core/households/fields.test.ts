import assert from "node:assert/strict";
import { test } from "node:test";
import { doorId } from "../../../core/households/door.ts";
import { HouseholdFields, isBorn, ResidentFields } from "../../../core/households/fields.ts";
import { masked } from "../../../core/households/idNumber.ts";
import { isSamePerson } from "../../../core/households/make.ts";
import { fromAnhui, household } from "./things.ts";

/** The example that the standard gives. */
const idNumber = "11010519491231002X";

const complaint = (fields: object): string => {
  const parsed = ResidentFields.safeParse({ name: "王小明", kind: "registered", ...fields });
  return parsed.success ? "" : (parsed.error.issues[0]?.message ?? "");
};

test("an ID number has 18 characters, a day for a birthday and a check character that fits", () => {
  assert.equal(complaint({ idNumber }), "");
  assert.equal(complaint({ idNumber: " 110105 19491231 002x " }), "", "as people type it");
  for (const wrong of [
    "110105194912310021", // check character
    "11010519491331002X", // month 13
    "110105491231002", // the old fifteen digits
    "320***********1234",
  ]) {
    assert.equal(complaint({ idNumber: wrong }), "id_number_wrong", wrong);
  }
});

test("a birthday that is not the ID number's is refused", () => {
  assert.equal(complaint({ idNumber, birthday: "1949-12-31" }), "");
  assert.equal(complaint({ idNumber, birthday: "1949-12-30" }), "birthday_differs");
});

test("nobody is born tomorrow, by their birthday or by their ID number", () => {
  assert.equal(isBorn({ birthday: "", idNumber: "" }, "2026-05-20"), true);
  assert.equal(isBorn({ birthday: "2026-05-20", idNumber: "" }, "2026-05-20"), true);
  assert.equal(isBorn({ birthday: "2026-05-21", idNumber: "" }, "2026-05-20"), false);
  assert.equal(isBorn({ birthday: "", idNumber }, "1949-12-30"), false);
});

test("where somebody floating is from and since when is asked for, of nobody else", () => {
  assert.equal(complaint({ kind: "floating", floating: fromAnhui }), "");
  assert.equal(complaint({ kind: "floating" }), "floating_missing");
  assert.equal(
    complaint({ kind: "floating", floating: { ...fromAnhui, from: "" } }),
    "floating_missing",
  );
  assert.equal(
    complaint({ kind: "floating", floating: { ...fromAnhui, since: "" } }),
    "floating_missing",
  );
  assert.equal(complaint({ kind: "living", floating: fromAnhui }), "invalid_input");
});

test("nobody leaves before they came", () => {
  const stay = (until: string) =>
    complaint({ kind: "floating", floating: { ...fromAnhui, until } });
  assert.equal(stay("2026-02-28"), "days_crossed");
  assert.equal(stay("2026-03-01"), "");
});

test("a phone is digits, spaces, + and -", () => {
  assert.equal(complaint({ phone: "+86 139-0000-0001" }), "");
  assert.equal(complaint({ phone: "问他儿子" }), "phone_wrong");
});

test("a door is the same however it is typed, and another in another hamlet", () => {
  const at = (door: string, hamlet = "东浜") =>
    doorId("v", HouseholdFields.parse({ hamlet, door, head: "王大明" }));
  for (const same of ["12-3", "１２－３", " 12号-3 ", "12—3"])
    assert.equal(at(same), at("12-3"), same);
  assert.notEqual(at("12-3", "西浜"), at("12-3"));
  assert.notEqual(at("12-4"), at("12-3"));
  assert.equal(HouseholdFields.safeParse({ ...household(), door: "号" }).success, false);
});

test("the middle of an ID number is hidden", () => {
  assert.equal(masked(idNumber), "110***********002X");
  assert.equal(masked(""), "");
});

test("a row of a spreadsheet meets the person who is there: by ID number, or by name and birthday", () => {
  const one = { name: "王小明", birthday: "1949-12-31", idNumber };
  const same = (changes: object) => isSamePerson(one, { ...one, ...changes });
  assert(same({ name: "王晓明" }), "the number knows better than a name");
  assert(same({ idNumber: "" }));
  assert(same({ idNumber: "", birthday: "" }));
  assert(!same({ idNumber: "", birthday: "1950-01-01" }), "father and son");
  assert(!same({ idNumber: "110105194912310038" }));
});
