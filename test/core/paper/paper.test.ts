import assert from "node:assert/strict";
import { test } from "node:test";
import { Refusal } from "../../../core/kernel/refusal.ts";
import { openAccount } from "../../../core/ledger/account.ts";
import { verify } from "../../../core/ledger/chain.ts";
import { append } from "../../../core/ledger/record.ts";
import { openingLine } from "../../../core/paper/openingLine.ts";
import {
  type Confirmed,
  checkDecider,
  checkLines,
  checkPast,
  isHeld,
  lastPaperYear,
  type PaperLine,
  type PaperYear,
  statuses,
  sumsByRule,
  withdrawn,
} from "../../../core/paper/paper.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { termsOf, withoutScale } from "../../../core/rulebook/rulebook.ts";
import { defaultSettings, type Village } from "../../../core/villages/village.ts";
import { expectRefusal, noon, person, rulebook } from "../support.ts";

const line = (ordinal: number, ruleId: string, times: number, points: number): PaperLine => ({
  ...{ ordinal, ruleId, times, points },
});

const lines = [
  line(1, "cleanup", 12, 2400),
  line(1, "honour", 1, 1000),
  line(2, "cleanup", 3, 650),
];
const everybody = new Set([1, 2, 3]);
const check = (some: readonly PaperLine[], total = 4050) =>
  checkLines(some, everybody, rulebook, total);

test("a batch that sums up to the year's known total is taken", () => {
  check(lines);
});

test("a total that differs by one hundredth is refused", () => {
  expectRefusal("total_differs", () => check(lines, 4051));
  expectRefusal("total_differs", () => check(lines, 4049));
});

test("a line that cannot be right is refused with its place", () => {
  const placeOf = (wrong: PaperLine) => {
    try {
      check([...lines, wrong]);
      return "taken";
    } catch (error) {
      assert(error instanceof Refusal);
      return [error.code, error.place];
    }
  };
  assert.deepEqual(placeOf(line(9, "cleanup", 1, 200)), ["not_found", "lines.3"]);
  assert.deepEqual(placeOf(line(3, "dancing", 1, 200)), ["unknown_rule", "lines.3"]);
  assert.deepEqual(placeOf(line(2, "cleanup", 1, 200)), ["duplicate_id", "lines.3"]);
});

test("what each rule brought stands in the order of the rulebook", () => {
  assert.deepEqual(sumsByRule(lines, rulebook), [
    { ruleId: "cleanup", title: "环境卫生", times: 15, points: 3050 },
    { ruleId: "honour", title: "市、区、镇荣誉称号", times: 1, points: 1000 },
  ]);
});

const village = (changes: Partial<Village>): Village => ({
  ...{ id: "v", name: "试村", town: "试镇", openYear: 2026, years: [2026], yearStart: 1 },
  ...{ settings: defaultSettings, ...changes },
});

test("only years that are over, and closed for submissions, come from paper", () => {
  assert.equal(lastPaperYear(village({}), noon), 2025);
  assert.equal(lastPaperYear(village({ openYear: 2025 }), noon), 2024);
  assert.equal(lastPaperYear(village({ yearStart: 4, openYear: 2027 }), noon), 2026);
  checkPast(village({}), 2025, noon);
  expectRefusal("year_not_past", () => checkPast(village({}), 2026, noon));
});

const paper = {
  ...{ id: "v_2013", villageId: "v", year: 2013, batchId: "b1", parts: 1, knownTotal: 4050 },
  ...{ lines: 3, booklets: 2, byRule: [], rulebookId: "v-v1" },
  enteredBy: { id: "first", name: "甲" },
  enteredAt: noon,
};
const decision = { decidedBy: { id: "second", name: "乙" }, decidedAt: noon };
const confirmed: Confirmed = { ...paper, ...decision, status: "confirmed", through: 0 };

const inStatus = (status: PaperYear["status"]): PaperYear => {
  switch (status) {
    case "confirmed":
      return confirmed;
    case "rejected":
      return { ...paper, ...decision, status, rejection: "漏了一本" };
    case "written":
      return { ...paper, ...decision, status };
    default:
      return { ...paper, status };
  }
};

test("a batch that was taken back or rejected makes room for another", () => {
  assert.deepEqual(
    statuses.filter((status) => !isHeld(inStatus(status))),
    ["withdrawn", "rejected"],
  );
});

test("another one than who entered it confirms; who entered it may take it back", () => {
  const [first, second] = [person({ id: "first" }), person({ id: "second" })];
  const waiting = inStatus("proposed");
  checkDecider(waiting, second);
  expectRefusal("same_person", () => checkDecider(waiting, first));
  expectRefusal("not_permitted", () => withdrawn(waiting, second));
  assert.equal(withdrawn(waiting, first).status, "withdrawn");
  for (const status of statuses.filter((one) => one !== "proposed")) {
    expectRefusal("decision_made", () => checkDecider(inStatus(status), second));
    expectRefusal("decision_made", () => withdrawn(inStatus(status), first));
  }
});

const holder = {
  ...{ id: "v-m1", villageId: "v", name: "甲", branchId: "v-b1", gridId: "v-g1" },
  ...{ classId: "", exemptions: [] },
};

test("an opening line says in a sentence what the paper says, and both who answer for it", () => {
  const account = openAccount(holder, 2013, termsOf(withoutScale(rulebook)));
  const opening = openingLine(account, line(1, "cleanup", 12, 2400), confirmed, rulebook);
  assert.equal(opening.id, "opening-v-m1_2013-cleanup");
  assert.equal(opening.explanation.sentence, "据2013年纸质一本通：环境卫生12次，共24分。");
  assert.deepEqual(opening.source, { kind: "paper", id: "b1" });
  assert.deepEqual(
    opening.approvers.map(({ name }) => name),
    ["甲", "乙"],
  );
  assert.deepEqual([opening.occurredOn, opening.countsOn], ["2013-12-31", "2013-12-31"]);
  const lost = openingLine(account, line(1, "cleanup", 1, -50), confirmed, rulebook);
  assert.equal(lost.explanation.sentence, "据2013年纸质一本通：环境卫生1次，共扣0.5分。");
});

test("the lines of a booklet make a sound account: times, points and chain", () => {
  const account = openAccount(holder, 2013, termsOf(withoutScale(rulebook)));
  const first = append(
    account,
    openingLine(account, line(1, "cleanup", 12, 2400), confirmed, rulebook),
  );
  const second = append(
    first.account,
    openingLine(first.account, line(1, "honour", 1, 1000), confirmed, rulebook),
  );
  assert.deepEqual(verify(second.account, [first.entry, second.entry]), { intact: true });
  assert.equal(second.account.score, 3400);
  assert.deepEqual(second.account.byRule.cleanup?.months, {
    "12": { times: 12, gained: 2400, lost: 0 },
  });
});

test("before the first rulebook no scale held: what is read then is the sum on the paper", () => {
  const withPool = profileB.categories.map((category) => ({ ...category, pool: 1000 }));
  const hundred = { ...rulebook, ...profileB, categories: withPool };
  assert.deepEqual(termsOf(withoutScale(hundred)), {
    ...{ per: "year", year: "sum", yearStart: 1, start: 0 },
  });
});
