import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { byBranch, type Tried, tryYear } from "../../../core/drafts/trial.ts";
import { type Account, openAccount } from "../../../core/ledger/account.ts";
import { type Entry, type Line, reversalOf } from "../../../core/ledger/entry.ts";
import { append, awardOf } from "../../../core/ledger/record.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { type Rulebook, termsOf } from "../../../core/rulebook/rulebook.ts";
import { Scheme } from "../../../core/rulebook/scheme.ts";
import type { Fact } from "../../../core/rulebook/score.ts";

/** A member's year as it was recorded, lived again under another rulebook. */

const year = 2026;
const lastDay = `${year}-12-31`;
const by = { id: "v-m9", name: "书记" };
const holder = {
  ...{ id: "v-m1", villageId: "v", name: "某某", branchId: "v-b1", gridId: "v-g1" },
  ...{ classId: "", exemptions: [] },
};

const rulebookOf = (scheme: Scheme): Rulebook => ({
  ...{ id: "v-v1", villageId: "v", version: 1, effectiveFrom: `${year}-01-01` },
  ...scheme,
});

type Step = Partial<Fact> & Readonly<{ ruleId: string }>;

/** A year in which these facts were recorded under a scheme, one after another. */
function lived(scheme: Scheme, steps: readonly Step[]) {
  const rulebook = rulebookOf(scheme);
  let account: Account = openAccount(holder, year, termsOf(scheme));
  const entries: Entry[] = [];
  const record = (line: Line) => {
    const recorded = append(account, line);
    account = recorded.account;
    entries.push(recorded.entry);
    return recorded.entry;
  };
  const award = (step: Step) => {
    const id = `award-${entries.length}`;
    const { countsOn = step.occurredOn ?? `${year}-03-05`, ...fact } = {
      ...{ gradeId: "normal", quantity: 1, event: "", occurredOn: `${year}-03-05` },
      ...step,
    };
    const source = { kind: "submission", id } as const;
    const recording = { id, memberId: holder.id, source, rulebook, fact, approvers: [by], at };
    return record(awardOf(recording, account, countsOn));
  };
  for (const step of steps) award(step);
  return { award, record, account: () => account, entries };
}

const at = `${year}-12-31T04:00:00.000Z`;

const trial = (
  { account, entries }: Pick<ReturnType<typeof lived>, "account" | "entries">,
  inForce: Scheme,
  draft: Scheme,
) => tryYear(account(), entries, { inForce, draft: rulebookOf(draft), on: lastDay });

/** Profile A with cheaper clean-ups, at most 5 points of them a month. */
const cheaper = Scheme.parse({
  ...profileA,
  rules: profileA.rules.map((rule) =>
    rule.id === "cleanup"
      ? {
          ...rule,
          caps: [{ per: "month", most: 500 }],
          grades: rule.grades.map((grade) => ({ ...grade, points: grade.points - 50 })),
        }
      : rule,
  ),
});

const cleanup = (day: string, gradeId = "normal"): Step => ({
  ...{ ruleId: "cleanup", gradeId, occurredOn: day },
});

test("the same facts count by the draft, its caps included", () => {
  const days = ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-04-01"];
  const past = lived(
    profileA,
    days.map((day) => cleanup(day)),
  );
  const { was, would } = trial(past, profileA, cheaper);
  assert.deepEqual(was, { score: 1000, band: "" });
  assert.deepEqual(would, { score: 500 + 150, band: "" });
});

test("what was undone counts in neither, and what undid it neither", () => {
  const past = lived(profileA, [cleanup("2026-03-01")]);
  const wrong = past.award({ ruleId: "honour", occurredOn: "2026-03-02" });
  const place = { accountId: past.account().id, year, countsOn: "2026-03-02" };
  past.record(reversalOf(wrong, { by, reason: "记错了", at }, place));
  const { was, would } = trial(past, profileA, cheaper);
  assert.deepEqual([was.score, would.score], [200, 150]);
});

test("the reversal of another year's line stays as it is", () => {
  const before = lived(profileA, []).award(cleanup("2026-03-01"));
  const past = lived(profileA, [cleanup("2026-03-01")]);
  const place = { accountId: past.account().id, year, countsOn: "2026-03-02" };
  past.record({
    ...reversalOf(before, { by, reason: "记错了", at }, place),
    ...elsewhere,
  });
  const { was, would } = trial(past, profileA, cheaper);
  assert.deepEqual([was.score, would.score], [0, -50]);
});

const elsewhere = { source: { kind: "entry", id: "award-of-last-year" } } as const;

test("opening lines from paper are taken as they are, whatever the draft says of their rule", () => {
  const past = lived(profileA, []);
  const award = past.award({ ruleId: "honour", occurredOn: "2026-01-01" });
  const paper = lived(profileA, []);
  paper.record({ ...award, id: "award-paper", kind: "opening", times: 3, points: 2700 });
  const without = Scheme.parse({
    ...profileA,
    rules: profileA.rules.filter(({ id }) => id !== "honour"),
  });
  const { would, missing } = trial(paper, profileA, without);
  assert.equal(would.score, 2700);
  assert.deepEqual(missing, []);
});

test("a fact whose rule or grade is gone counts nothing and is told by its name", () => {
  const past = lived(profileA, [
    { ruleId: "patrol" },
    { ruleId: "patrol" },
    cleanup("2026-03-01"),
    cleanup("2026-03-02", "major"),
  ]);
  const without = Scheme.parse({
    ...profileA,
    rules: profileA.rules
      .filter(({ id }) => id !== "patrol")
      .map((rule) => ({ ...rule, grades: rule.grades.slice(0, 1) })),
  });
  const { would, missing } = trial(past, profileA, without);
  assert.equal(would.score, 200);
  assert.deepEqual(missing, [
    { rule: "村庄义务巡逻", times: 2 },
    { rule: "环境卫生", times: 1 },
  ]);
});

test("a fact that the draft refuses counts nothing and is told by the reason", () => {
  const once = Scheme.parse({
    ...profileA,
    rules: profileA.rules.map((rule) => ({ ...rule, onlyOncePer: "month" })),
  });
  const past = lived(profileA, [
    cleanup("2026-03-01"),
    cleanup("2026-03-02"),
    cleanup("2026-03-03"),
    cleanup("2026-04-01"),
  ]);
  const { would, refused } = trial(past, profileA, once);
  assert.equal(would.score, 400);
  assert.deepEqual(refused, [{ code: "already_counted", times: 2 }]);
});

test("bands are those of the year, or of its quarters where only these have one", () => {
  const meetings = Array.from({ length: 4 }, (_, index) => ({
    ...{ ruleId: "meeting", occurredOn: `${year}-0${index + 1}-10` },
  }));
  const past = lived(profileB, meetings);
  const summed = Scheme.parse({ ...profileB, scale: { ...profileB.scale, year: "sum" } });
  const { was, would } = trial(past, profileB, summed);
  assert.deepEqual(was, { score: 6300, band: "合格" });
  assert.deepEqual(would, { score: 25_200, band: "合格、合格、合格、合格" });
});

const deeds = fc.array(
  fc.record({
    ruleId: fc.constantFrom("mediation", "cleanup", "care", "patrol", "honour"),
    occurredOn: fc.constantFrom("2026-02-03", "2026-02-04", "2026-05-06", "2026-11-30"),
    event: fc.constantFrom("", "deed"),
  }),
  { maxLength: 20 },
);

test("under the rulebook that scored it, any year comes to what it was", () => {
  fc.assert(
    fc.property(deeds, fc.boolean(), (steps, isCapped) => {
      const scheme = isCapped ? cheaper : profileA;
      const { was, would, missing, refused } = trial(lived(scheme, steps), scheme, scheme);
      assert.deepEqual(would, was);
      assert.deepEqual([missing, refused], [[], []]);
    }),
  );
});

const tried = (memberId: string, branchId: string, was: number, would: number): Tried => ({
  ...{ memberId, name: memberId, branchId, missing: [], refused: [] },
  was: { score: was, band: was >= 600 ? "合格" : "" },
  would: { score: would, band: would >= 600 ? "合格" : "" },
});

test("branches sum up their members, and say how many scores and bands change", () => {
  const trials = [
    tried("m1", "b1", 500, 700),
    tried("m2", "b1", 800, 700),
    tried("m3", "b2", 1, 1),
  ];
  assert.deepEqual(byBranch(trials), [
    { branchId: "b1", members: 2, was: 1300, would: 1400, scoresChanged: 2, bandsChanged: 1 },
    { branchId: "b2", members: 1, was: 1, would: 1, scoresChanged: 0, bandsChanged: 0 },
  ]);
});
