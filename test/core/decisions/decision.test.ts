import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkDecider,
  type Decision,
  decided,
  isSame,
  type Proposal,
  proposed,
  withdrawn,
} from "../../../core/decisions/decision.ts";
import type { Caller } from "../../../core/kernel/operation.ts";
import { Refusal } from "../../../core/kernel/refusal.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import type { Rulebook } from "../../../core/rulebook/rulebook.ts";
import { expectRefusal, noon, person } from "../support.ts";

const rulebook: Rulebook = {
  ...{ id: "v-v1", villageId: "v", version: 1, effectiveFrom: "2026-01-01" },
  ...profileB,
};

const seat = (id: string, changes: Partial<Caller> = {}) =>
  person({ id, name: id, roles: ["member", "committee"], ...changes });

const labour: Proposal = {
  ...{ memberId: "anna", ruleId: "missed", gradeId: "labour", quantity: 1 },
  ...{ occurredOn: "2026-05-10", reason: "没有来修堤" },
};

const propose = (by: Caller, changes: Partial<Proposal> = {}) => {
  const proposal = { ...labour, ...changes };
  const subject = { id: proposal.memberId, name: proposal.memberId };
  return proposed("d1", proposal, subject, rulebook, by, noon);
};

const codeOf = (check: () => void): string => {
  try {
    check();
    return "confirmed";
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

test("four eyes: whoever is neither the proposer nor the subject confirms, and nobody else", () => {
  const names = ["first", "second", "third"];
  for (const proposer of names) {
    for (const subject of [...names, "anna"]) {
      if (proposer === subject) {
        expectRefusal("own_entry", () => propose(seat(proposer), { memberId: subject }));
        continue;
      }
      const decision = propose(seat(proposer), { memberId: subject });
      for (const confirmer of names) {
        const expected =
          confirmer === subject
            ? "own_entry"
            : confirmer === proposer
              ? "same_person"
              : "confirmed";
        const found = codeOf(() => checkDecider(decision, seat(confirmer)));
        assert.equal(found, expected, `${proposer} about ${subject}, confirmed by ${confirmer}`);
      }
    }
  }
});

test("the committee of another village does not find it", () => {
  expectRefusal("not_found", () =>
    checkDecider(propose(seat("first")), seat("second", { villageId: "w" })),
  );
});

test("a proposal says what the rule says: deductions in the negative, times the quantity", () => {
  assert.deepEqual(
    [propose(seat("first")).base, propose(seat("first"), { quantity: 3 }).base],
    [-200, -600],
  );
  const veto = propose(seat("first"), { ruleId: "veto", gradeId: "veto" });
  assert.deepEqual([veto.base, veto.isVeto, propose(seat("first")).isVeto], [0, true, false]);
});

test("a rule or grade that the rulebook does not have is refused", () => {
  expectRefusal("unknown_rule", () => propose(seat("first"), { ruleId: "dancing" }));
  expectRefusal("unknown_grade", () => propose(seat("first"), { gradeId: "grand" }));
});

test("what is decided or taken back is decided for good", () => {
  const decision = propose(seat("first"));
  const second = seat("second");
  const ends: Decision[] = [
    { ...decided(decision, second, noon), status: "confirmed", points: -200 },
    { ...decided(decision, second, noon), status: "rejected", rejection: "请假了" },
    withdrawn(decision, seat("first")),
  ];
  for (const end of ends) {
    assert.equal(end.open, false);
    expectRefusal("decision_made", () => checkDecider(end, seat("third")));
    expectRefusal("decision_made", () => withdrawn(end, seat("first")));
  }
});

test("only the proposer takes it back", () => {
  expectRefusal("not_permitted", () => withdrawn(propose(seat("first")), seat("second")));
  expectRefusal("not_found", () =>
    withdrawn(propose(seat("first")), seat("first", { villageId: "w" })),
  );
});

test("the same proposal sent again is known; any difference makes it another", () => {
  const decision = propose(seat("first"));
  assert.equal(isSame(decision, labour, seat("first")), true);
  assert.equal(isSame(decision, labour, seat("second")), false);
  const others: Partial<Proposal>[] = [
    { memberId: "ben" },
    { ruleId: "veto" },
    { gradeId: "normal" },
    { quantity: 2 },
    { occurredOn: "2026-05-11" },
    { reason: "别的原因" },
  ];
  for (const other of others) {
    assert.equal(isSame(decision, { ...labour, ...other }, seat("first")), false);
  }
});
