import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openAccount } from "../../../core/ledger/account.ts";
import { verify } from "../../../core/ledger/chain.ts";
import { type Entry, type Line, reversalOf } from "../../../core/ledger/entry.ts";
import { append } from "../../../core/ledger/record.ts";
import { awardOf } from "../../../core/submissions/award.ts";
import { review } from "../../../core/submissions/submission.ts";
import { expectRefusal, noon, pending, rulebook, secretary } from "../support.ts";

const holder = { id: "member", villageId: "v", name: "某某", branchId: "v-b1", gridId: "v-g1" };
const opened = openAccount(holder, 2026);
const recording = { by: "committee", byName: "某某", reason: "记错了人", at: noon };

function award(ruleId: string, gradeId: string, month: string): Line {
  const duty = { ruleId, workedOn: `2026-${month}-05` };
  const chief = { ...secretary, roles: ["member", "committee"] as const };
  const approved = review(
    pending({ duty }),
    { decision: "approve", gradeId },
    rulebook,
    chief,
    noon,
  );
  assert(approved.status === "approved");
  return awardOf({ ...approved, id: `${ruleId}-${gradeId}-${month}` }, rulebook);
}

/** What `record` does in its transactions, for a list of lines. */
function recordAll(lines: readonly Line[]) {
  const entries: Entry[] = [];
  let account = opened;
  for (const line of lines) {
    const appended = append(account, line);
    entries.push(appended.entry);
    account = appended.account;
  }
  return { account, entries };
}

const anyLine = fc
  .record({
    duty: fc.constantFrom(
      ["cleanup", "normal"] as const,
      ["cleanup", "major"] as const,
      ["mediation", "normal"] as const,
      ["honour", "normal"] as const,
    ),
    month: fc.constantFrom("01", "05", "12"),
  })
  .map(({ duty: [ruleId, gradeId], month }) => award(ruleId, gradeId, month));
const anyLines = fc.array(anyLine, { maxLength: 12 });

test("the balance is the sum of the entries, and so are the months and the rules", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const { account, entries } = recordAll(lines);
      const sum = entries.reduce((total, entry) => total + entry.points, 0);
      const of = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
      assert.equal(account.balance, sum);
      assert.equal(of(Object.values(account.byMonth)), sum);
      assert.equal(of(Object.values(account.byRule).map((counter) => counter.points)), sum);
    }),
  );
});

test("a reversal returns the account to what it was, months and counters included", () => {
  fc.assert(
    fc.property(anyLines, anyLine, (before, line) => {
      const { account: was } = recordAll(before);
      const { account, entries } = recordAll([...before, line]);
      const undone = reversalOf(entries.at(-1) as Entry, recording);
      const { account: after } = recordAll([...before, line, undone]);
      const { seq: _s, head: _h, ...sums } = was;
      const { seq, head: _head, ...sumsAfter } = after;
      assert.deepEqual(sumsAfter, sums);
      assert.equal(seq, account.seq + 1);
    }),
  );
});

test("a reversal of a reversal is refused", () => {
  const { entries } = recordAll([award("cleanup", "normal", "05")]);
  const undone = recordAll([reversalOf(entries[0] as Entry, recording)]).entries[0] as Entry;
  expectRefusal("not_reversible", () => reversalOf(undone, recording));
});

test("a reversal names the line that it undoes and says why", () => {
  const { entries } = recordAll([award("cleanup", "major", "05")]);
  const undone = reversalOf(entries[0] as Entry, recording);
  assert.equal(undone.id, "reversal-award-cleanup-major-05");
  assert.equal(undone.sourceId, "award-cleanup-major-05");
  assert.equal(undone.points, -300);
  assert.equal(undone.explanation.sentence, "冲正第1行“环境卫生”：记错了人");
});

test("an untouched account verifies", () => {
  fc.assert(
    fc.property(anyLines, (lines) => {
      const { account, entries } = recordAll(lines);
      assert.deepEqual(verify(account, entries), { intact: true });
    }),
  );
});

const some = recordAll([
  award("cleanup", "normal", "01"),
  award("mediation", "normal", "02"),
  award("honour", "normal", "03"),
]);
const line = (index: number) => some.entries[index] as Entry;

test("verify names the first line that was altered", () => {
  const altered = [line(0), { ...line(1), points: 30_000 }, line(2)];
  assert.deepEqual(verify(some.account, altered), { intact: false, brokenAt: line(1).id });
});

test("verify notices an altered explanation, approver or day", () => {
  const changes: Array<Partial<Entry>> = [
    { approvedBy: "somebody" },
    { occurredOn: "2026-02-28" },
    { explanation: { ...line(1).explanation, sentence: "计300分" } },
  ];
  for (const change of changes) {
    const altered = [line(0), { ...line(1), ...change }, line(2)];
    assert.equal(verify(some.account, altered).brokenAt, line(1).id);
  }
});

test("verify names the line after one that was dropped, and the first of two that changed places", () => {
  assert.equal(verify(some.account, [line(0), line(2)]).brokenAt, line(2).id);
  assert.equal(verify(some.account, [line(1), line(0), line(2)]).brokenAt, line(1).id);
});

test("verify names the account when the last line is missing or the balance was altered", () => {
  assert.equal(verify(some.account, [line(0), line(1)]).brokenAt, some.account.id);
  const richer = { ...some.account, balance: some.account.balance + 100 };
  assert.equal(verify(richer, some.entries).brokenAt, some.account.id);
});

test("the seal does not depend on the order in which a database gives the fields back", () => {
  const shuffled = some.entries.map(
    (entry) => Object.fromEntries(Object.entries(entry).reverse()) as unknown as Entry,
  );
  assert.deepEqual(verify(some.account, shuffled), { intact: true });
});
