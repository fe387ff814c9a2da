import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Turn } from "../../../core/households/change.ts";
import { differencesOf } from "../../../core/households/counts.ts";
import type { Enterprise } from "../../../core/households/enterprise.ts";
import { noNumbers } from "../../../core/households/keep.ts";
import { endedHousehold, endedResident } from "../../../core/households/make.ts";
import { type Counts, noCounts, plus, sumOver } from "../../../core/households/numbers.ts";
import { compare } from "../../../core/households/recount.ts";
import { type Resident, residentKinds } from "../../../core/households/resident.ts";
import { noon } from "../support.ts";
import { fromAnhui, household, resident } from "./things.ts";

const workshop: Enterprise = {
  ...{ id: "e1", villageId: "v", hamlet: "东浜", name: "丝厂", trade: "", contact: "" },
  ...{ phone: "", workers: 12, note: "", revision: 1, ended: "" },
};

const differences = (...turns: Turn[]) => Object.fromEntries(differencesOf(turns));

test("a floating person counts among the residents and the new residents, as does a settled one", () => {
  for (const kind of ["floating", "newResident"] as const) {
    const after = resident("r1", { kind, floating: kind === "floating" ? fromAnhui : null });
    assert.deepEqual(differences({ kind: "resident", before: null, after }), {
      东浜: { ...noCounts, residents: 1, newResidents: 1 },
    });
  }
});

test("what moves leaves one hamlet's numbers and enters the other's", () => {
  const before = resident("r1", { isRepresentative: true });
  const after = { ...before, hamlet: "西浜" };
  const one = { ...noCounts, residents: 1, representatives: 1 };
  assert.deepEqual(differences({ kind: "resident", before, after }), {
    东浜: { ...noCounts, residents: -1, representatives: -1 },
    西浜: one,
  });
});

test("what has ended counts nothing any more", () => {
  const gone = { why: "died", on: "2026-05-01", to: "" } as const;
  assert.deepEqual(
    differences(
      { kind: "household", before: household(), after: endedHousehold(household(), "moved") },
      { kind: "resident", before: resident("r"), after: endedResident(resident("r"), gone) },
      { kind: "enterprise", before: workshop, after: { ...workshop, ended: "closed" } },
    ),
    { 东浜: { ...noCounts, households: -1, residents: -1, enterprises: -1 } },
  );
});

test("whatever is changed in whatever order, the numbers are what a count from nothing finds", () => {
  const hamlet = fc.constantFrom("东浜", "西浜", "南圩");
  const gone = fc.constantFrom("", "", "", "mistake" as const);
  const index = fc.nat(4);
  const step = fc.oneof(
    fc.record({ kind: fc.constant("household" as const), index, hamlet, ended: gone }),
    fc.record({ kind: fc.constant("enterprise" as const), index, hamlet, ended: gone }),
    fc.record({
      ...{ kind: fc.constant("resident" as const), index, hamlet, ended: gone },
      of: fc.constantFrom(...residentKinds),
      isRepresentative: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const things = new Map<string, Turn>();
      const sums = new Map<string, Counts>();
      for (const one of steps) {
        const id = `${one.kind}${one.index}`;
        const turn = turned(things.get(id), one);
        things.set(id, turn);
        for (const [where, difference] of differencesOf([turn])) {
          sums.set(where, plus(sums.get(where) ?? noCounts, difference));
        }
      }
      const counted = new Map<string, Counts>();
      for (const { kind, after } of things.values()) {
        if (after.ended !== "") continue;
        const already = counted.get(after.hamlet) ?? noCounts;
        counted.set(after.hamlet, plus(already, countedByHand(kind, after)));
      }
      const kept = [...sums].map(([where, counts]) => ({
        ...noNumbers("v", where, noon),
        ...counts,
      }));
      assert.deepEqual(compare(kept, counted), []);
    }),
  );
});

type Step = Readonly<{ kind: Turn["kind"]; hamlet: string; ended: "" | "mistake" }> &
  Partial<Readonly<{ of: Resident["kind"]; isRepresentative: boolean }>>;

/** The thing as the step leaves it, after whatever it was before. */
function turned(last: Turn | undefined, { kind, hamlet, ended, of, isRepresentative }: Step): Turn {
  switch (kind) {
    case "household": {
      const before = last?.kind === kind ? last.after : null;
      return { kind, before, after: { ...household(), hamlet, ended } };
    }
    case "enterprise": {
      const before = last?.kind === kind ? last.after : null;
      return { kind, before, after: { ...workshop, hamlet, ended } };
    }
    case "resident": {
      const before = last?.kind === kind ? last.after : null;
      const fields = { kind: of ?? "living", isRepresentative: isRepresentative ?? false };
      return { kind, before, after: { ...resident("r", fields), hamlet, ended } };
    }
  }
}

function countedByHand(kind: Turn["kind"], thing: Turn["after"]): Counts {
  if (!("isRepresentative" in thing)) {
    return { ...noCounts, [kind === "household" ? "households" : "enterprises"]: 1 };
  }
  const fromElsewhere = thing.kind === "floating" || thing.kind === "newResident";
  return {
    ...{ ...noCounts, residents: 1 },
    representatives: thing.isRepresentative ? 1 : 0,
    newResidents: fromElsewhere ? 1 : 0,
  };
}

test("a count tells each number that differs, also of a hamlet that one side does not have", () => {
  const kept = [{ ...noNumbers("v", "东浜", noon), households: 2, residents: 5 }];
  const counted = new Map([
    ["东浜", { ...noCounts, households: 2, residents: 4 }],
    ["西浜", { ...noCounts, enterprises: 1 }],
  ]);
  assert.deepEqual(compare(kept, counted), [
    { hamlet: "东浜", number: "residents", kept: 5, counted: 4 },
    { hamlet: "西浜", number: "enterprises", kept: 0, counted: 1 },
  ]);
});

test("a grid's numbers are the sum over its hamlets, and nothing where there are none", () => {
  const east = { ...noCounts, households: 2, residents: 5 };
  assert.deepEqual(sumOver([east, { ...noCounts, residents: 1, newResidents: 1 }]), {
    ...{ ...noCounts, households: 2, residents: 6, newResidents: 1 },
  });
  assert.deepEqual(sumOver([]), noCounts);
});
