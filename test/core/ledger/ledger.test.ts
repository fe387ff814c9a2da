import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Id } from "../../../core/kernel/ids.ts";
import { type Account, openAccount } from "../../../core/ledger/account.ts";
import { verify } from "../../../core/ledger/chain.ts";
import {
  awardId,
  decisionAwardId,
  type Entry,
  type Line,
  reversalOf,
} from "../../../core/ledger/entry.ts";
import { append, awardOf } from "../../../core/ledger/record.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { type Rulebook, termsOf } from "../../../core/rulebook/rulebook.ts";
import { expectRefusal, noon, rulebook } from "../support.ts";

const holder = {
  ...{ id: "member", villageId: "v", name: "某某", branchId: "v-b1", gridId: "v-g1" },
  ...{ classId: "", exemptions: [] },
};
const undoing = { by: { id: "committee", name: "某某" }, reason: "记错了人", at: noon };

/** The same numbers, with base, clamp, caps, deductions and a mean of quarters. */
const hundred: Rulebook = { ...rulebook, ...profileB };

/** An account and its lines, as `record` keeps them in its transactions. */
function book(rules: Rulebook = rulebook) {
  let account: Account = openAccount(holder, 2026, termsOf(rules));
  const entries: Entry[] = [];
  const add = (line: Line): Entry => {
    const appended = append(account, line);
    account = appended.account;
    entries.push(appended.entry);
    return appended.entry;
  };
  return {
    account: () => account,
    entries,
    award(ruleId: string, gradeId: string, day: string, countsOn = day): Entry {
      const id = awardId(`s${entries.length}`);
      const fact = { ruleId, gradeId, quantity: 1, occurredOn: day, event: "" };
      const source = { kind: "submission", id: `s${entries.length}` } as const;
      const approvers = [{ id: "secretary", name: "某某" }];
      const recording = {
        id,
        memberId: "member",
        source,
        rulebook: rules,
        fact,
        approvers,
        at: noon,
      };
      return add(awardOf(recording, account, countsOn));
    },
    undo: (entry: Entry, countsOn = entry.countsOn): Entry =>
      add(reversalOf(entry, undoing, { accountId: account.id, year: account.year, countsOn })),
  };
}

type Book = ReturnType<typeof book>;

/** One thing that happens: a duty under one of the rules, or the undoing of an earlier line. */
type Step = Readonly<{ rule: number; month: number; undo: boolean; which: number }>;

const anyHistory = (length: number) =>
  fc.record({
    rules: fc.constantFrom(rulebook, hundred),
    steps: fc.array(
      fc.record({
        rule: fc.nat(20),
        month: fc.integer({ min: 1, max: 12 }),
        undo: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
        which: fc.nat(50),
      }),
      { maxLength: length },
    ),
  });

function live({ rules, steps }: { rules: Rulebook; steps: readonly Step[] }): Book {
  const kinds = rules.rules.flatMap(({ id, grades }) =>
    grades.map((grade) => [id, grade.id] as const),
  );
  const lived = book(rules);
  for (const step of steps) take(lived, kinds, step);
  return lived;
}

function take(lived: Book, kinds: ReadonlyArray<readonly [string, string]>, step: Step): void {
  const standing = lived.entries.filter(
    (entry) =>
      entry.kind === "award" && !lived.entries.some((other) => other.source.id === entry.id),
  );
  const undone = standing[step.which % Math.max(1, standing.length)];
  if (step.undo && undone) lived.undo(undone);
  const [ruleId, gradeId] = kinds[step.rule % kinds.length] ?? ["", ""];
  if (!step.undo) lived.award(ruleId, gradeId, `2026-${String(step.month).padStart(2, "0")}-05`);
}

test("10,000 random histories replay from nothing to the stored account, to the hundredth", () => {
  fc.assert(
    fc.property(anyHistory(12), (history) => {
      const lived = live(history);
      assert.deepEqual(verify(lived.account(), lived.entries), { intact: true });
    }),
    { numRuns: 10_000 },
  );
});

test("the balance is the sum of the entries, and so are the months and the rules", () => {
  fc.assert(
    fc.property(anyHistory(20), (history) => {
      const lived = live(history);
      const account = lived.account();
      const of = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
      const sum = of(lived.entries.map(({ points }) => points));
      const tallies = Object.values(account.byRule).flatMap(({ months }) => Object.values(months));
      assert.equal(account.balance, sum);
      assert.equal(of(Object.values(account.byMonth)), sum);
      assert.equal(of(tallies.map(({ gained, lost }) => gained + lost)), sum);
    }),
  );
});

test("a reversal returns the account to what it was, counters and score included", () => {
  fc.assert(
    fc.property(anyHistory(12), fc.nat(20), (history, rule) => {
      const lived = live(history);
      const { seq, head: _h, ...was } = lived.account();
      const kinds = history.rules.rules.map(({ id, grades }) => [id, grades[0]?.id ?? ""] as const);
      take(lived, kinds, { rule, month: 5, undo: false, which: 0 });
      lived.undo(lived.entries.at(-1) as Entry);
      const { seq: seqAfter, head: _, ...after } = lived.account();
      assert.deepEqual(after, was);
      assert.equal(seqAfter, seq + 2);
    }),
  );
});

test("the score stands on the year's scale: base 60, clamped, the mean of four quarters", () => {
  const lived = book(hundred);
  assert.equal(lived.account().score, 6000);
  for (let times = 0; times < 5; times++) lived.award("honour", "city", "2026-02-05");
  assert.equal(lived.account().balance, 5000);
  // The first quarter ends at 100, not at 110; the others stay at 60: (100 + 60 + 60 + 60) / 4.
  assert.equal(lived.account().score, 7000);
});

test("what is recorded for a published month counts in the next, and says so", () => {
  const lived = book();
  const entry = lived.award("cleanup", "normal", "2026-03-20", "2026-04-01");
  assert.deepEqual([lived.account().byMonth["03"], lived.account().byMonth["04"]], [0, 200]);
  assert.match(entry.explanation.sentence, /计2分。2026-03-20所在的时段已经公示，记在2026-04。$/);
});

test("an id made on a phone never takes the place of another source's line", () => {
  const anyId = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/);
  fc.assert(
    fc.property(anyId, anyId, anyId, (one, source, member) => {
      assert.notEqual(awardId(one), awardId(source, member));
      assert.notEqual(awardId(one), decisionAwardId(source));
      assert.equal(Id.safeParse(`${source}.${member}`).success, false);
    }),
  );
});

test("a reversal of a reversal is refused", () => {
  const lived = book();
  const undone = lived.undo(lived.award("cleanup", "normal", "2026-05-05"));
  expectRefusal("not_reversible", () => lived.undo(undone));
});

test("a reversal names the line that it undoes and says why", () => {
  const lived = book();
  const undone = lived.undo(lived.award("cleanup", "major", "2026-05-05"));
  assert.equal(undone.id, "reversal-award-s0");
  assert.deepEqual(undone.source, { kind: "entry", id: "award-s0" });
  assert.equal(undone.points, -300);
  assert.equal(undone.explanation.sentence, "冲正第1行“环境卫生”：记错了人");
});

const some = book();
some.award("cleanup", "normal", "2026-01-05");
some.award("mediation", "normal", "2026-02-05");
some.award("honour", "normal", "2026-03-05");
const line = (index: number) => some.entries[index] as Entry;

test("verify names the first line that was altered", () => {
  const altered = [line(0), { ...line(1), points: 30_000 }, line(2)];
  assert.deepEqual(verify(some.account(), altered), { intact: false, brokenAt: line(1).id });
});

test("verify notices an altered explanation, approver or day", () => {
  const changes: Array<Partial<Entry>> = [
    { approvers: [{ id: "somebody", name: "某某" }] },
    { occurredOn: "2026-02-28" },
    { explanation: { ...line(1).explanation, sentence: "计300分" } },
  ];
  for (const change of changes) {
    const altered = [line(0), { ...line(1), ...change }, line(2)];
    assert.equal(verify(some.account(), altered).brokenAt, line(1).id);
  }
});

test("verify names the line after one that was dropped, and the first of two that changed places", () => {
  assert.equal(verify(some.account(), [line(0), line(2)]).brokenAt, line(2).id);
  assert.equal(verify(some.account(), [line(1), line(0), line(2)]).brokenAt, line(1).id);
});

test("verify names the account when the last line is missing, or a sum of it was altered", () => {
  assert.equal(verify(some.account(), [line(0), line(1)]).brokenAt, some.account().id);
  const richer = { ...some.account(), balance: some.account().balance + 100 };
  assert.equal(verify(richer, some.entries).brokenAt, some.account().id);
  const { cleanup, ...others } = some.account().byRule;
  assert(cleanup);
  assert.equal(verify({ ...some.account(), byRule: others }, some.entries).intact, false);
});

test("the seal does not depend on the order in which a database gives the fields back", () => {
  const shuffled = some.entries.map(
    (entry) => Object.fromEntries(Object.entries(entry).reverse()) as unknown as Entry,
  );
  assert.deepEqual(verify(some.account(), shuffled), { intact: true });
});
