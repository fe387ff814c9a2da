import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Cap, periods, Scheme, type SchemeInput } from "../../../core/rulebook/scheme.ts";
import { anyHappening, factOf, sumsOf } from "./anyHistory.ts";
import { anyScheme } from "./anyScheme.ts";
import { effectOf, lived, on } from "./lived.ts";

/** When the order of approval matters, and when it does not. */

const widthOf = ({ per }: Pick<Cap, "per">) => periods.indexOf(per);

/**
 * The scheme with only those caps that lie inside one another: a rule's are no longer than its category's,
 * and those no longer than the caps on everything. Without once-only and highest-wins, which are meant to
 * depend on what came first.
 */
function nested(scheme: Scheme, narrow: number, wide: number): Scheme {
  const isBetween = (cap: Pick<Cap, "per">) => widthOf(cap) >= narrow && widthOf(cap) <= wide;
  return {
    ...scheme,
    caps: scheme.caps.filter((cap) => widthOf(cap) >= wide),
    categories: scheme.categories.map(({ pool, ...category }) => ({
      ...category,
      ...(pool !== undefined && isBetween(scheme.scale) ? { pool } : {}),
      highestPerDeed: false,
      caps: category.caps.filter(isBetween),
    })),
    rules: scheme.rules.map(({ onlyOncePer: _, ...rule }) => ({
      ...rule,
      caps: rule.caps.filter((cap) => widthOf(cap) <= narrow),
    })),
  };
}

const anyWidth = fc.nat(periods.length - 1);
const anyNested = fc
  .tuple(anyScheme, anyWidth, anyWidth)
  .map(([scheme, one, other]) => nested(scheme, Math.min(one, other), Math.max(one, other)));

test("where caps lie inside one another, the order of approval never changes a year's total", () => {
  const anyInOrder = fc.array(fc.record({ happening: anyHappening, order: fc.nat() }));
  fc.assert(
    fc.property(anyNested, anyInOrder, (scheme, drawn) => {
      const facts = drawn.map(({ happening, order }) => {
        const fact = factOf(scheme, happening);
        const event = fact.event && `${fact.event}-${fact.occurredOn}`; // a deed lies inside a day
        return { ...fact, event, order };
      });
      const shuffled = [...facts].sort((one, other) => one.order - other.order);
      const totalOf = (list: typeof facts) =>
        sumsOf(lived(scheme, list).lines.map((line) => ({ line, effect: effectOf(line) })));
      assert.deepEqual(totalOf(shuffled), totalOf(facts));
    }),
    { numRuns: 500 },
  );
});

test("where caps cross, the order matters: a rule's cap for the year, its category's for the month", () => {
  const grades = [{ id: "once", title: "一次", points: 300 }];
  const approver = "secretary" as const;
  const crossing = Scheme.parse({
    title: "细则",
    categories: [{ id: "duty", title: "履职", caps: [{ per: "month", most: 300 }] }],
    rules: [
      {
        ...{ id: "patrol", title: "巡逻", category: "duty", clause: "第一条", approver, grades },
        caps: [{ per: "year", most: 300 }],
      },
      { id: "cleanup", title: "环境卫生", category: "duty", clause: "第二条", approver, grades },
    ],
  } satisfies SchemeInput);
  const patrol = on("2014-01-05", "patrol", "once");
  const cleanup = on("2014-01-06", "cleanup", "once");
  const later = on("2014-02-05", "patrol", "once");
  // The patrol of January uses up the patrols of the year and January both …
  assert.deepEqual(lived(crossing, [patrol, cleanup, later]).points, [300, 0, 0]);
  // … but after the clean-up it uses up nothing, and February's patrol counts.
  assert.deepEqual(lived(crossing, [cleanup, patrol, later]).points, [300, 0, 300]);
});
