import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { counted, noCounters } from "../../../core/rulebook/counters.ts";
import type { Limit } from "../../../core/rulebook/explanation.ts";
import { bandOf, resultOf } from "../../../core/rulebook/result.ts";
import type { Cap, Scheme } from "../../../core/rulebook/scheme.ts";
import { anySteps, cellOf, livedThrough, type Recorded, sumsOf } from "./anyHistory.ts";
import { anyScheme } from "./anyScheme.ts";
import { undoingOf } from "./lived.ts";

/** Laws of the engine, for random rulebooks and random years. */

/** Every cap of a scheme, pools among them, with the rules that it is for. */
function capsOf({ caps, categories, rules, scale }: Scheme) {
  const idsIn = (category: string) =>
    rules.filter((rule) => rule.category === category).map(({ id }) => id);
  return [
    ...rules.map(({ id, caps: own }) => ({ of: "rule", ruleIds: [id], caps: own }) as const),
    ...categories.map(({ id, caps: own, pool }) => {
      const drained: Cap[] = pool ? [{ per: scale.per, of: "losses", most: pool }] : [];
      return { of: "category", ruleIds: idsIn(id), caps: [...own, ...drained] } as const;
    }),
    { of: "total", ruleIds: rules.map(({ id }) => id), caps } as const,
  ];
}

/** Lines by the period that they lie in; what is an event of its own lies with nothing else. */
function byCell(scheme: Scheme, per: Cap["per"], recorded: readonly Recorded[]): Recorded[][] {
  const cells = new Map<unknown, Recorded[]>();
  for (const one of recorded) {
    const key = cellOf(per, one, scheme) ?? one.line;
    cells.set(key, [...(cells.get(key) ?? []), one]);
  }
  return [...cells.values()];
}

const ofRules = (recorded: readonly Recorded[], ruleIds: readonly string[]) =>
  recorded.filter(({ line }) => ruleIds.includes(line.ruleId));

test("no cap and no floor is ever exceeded, reversals or not", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      const { recorded } = livedThrough(scheme, steps);
      for (const { ruleIds, caps } of capsOf(scheme)) {
        for (const { per, of, most } of caps) {
          for (const cell of byCell(scheme, per, ofRules(recorded, ruleIds))) {
            assert.ok(sumsOf(cell)[of] <= most, `${of} of ${ruleIds} per ${per}`);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("what counts once counts once, and one deed counts no more than its highest honour", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      const { live } = livedThrough(scheme, steps);
      for (const { id, onlyOncePer } of scheme.rules) {
        if (!onlyOncePer) continue;
        for (const cell of byCell(scheme, onlyOncePer, ofRules(live, [id]))) {
          assert.equal(cell.length, 1);
        }
      }
      for (const { id, highestPerDeed } of scheme.categories) {
        if (!highestPerDeed) continue;
        const ruleIds = scheme.rules.filter((rule) => rule.category === id).map((rule) => rule.id);
        for (const cell of byCell(scheme, "event", ofRules(live, ruleIds))) {
          const highest = Math.max(0, ...cell.map(({ line }) => line.explanation.base));
          assert.ok(sumsOf(cell).gains <= highest);
        }
      }
    }),
  );
});

test("the explanation's arithmetic adds up to the line's points, from what was counted before", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      const { recorded } = livedThrough(scheme, steps);
      recorded.forEach(({ line, effect }, index) => {
        if (effect.undoes) return;
        const { base, highestBefore, limits, points } = line.explanation;
        let amount = Math.max(0, Math.abs(base) - highestBefore);
        for (const limit of limits) {
          const before = usedBefore(scheme, recorded.slice(0, index), line, limit);
          assert.equal(limit.used, before);
          assert.equal(limit.left, Math.max(0, limit.most - before));
          assert.ok(limit.left < amount, "a limit that took nothing is not named");
          amount = limit.left;
        }
        assert.equal(Math.abs(points), amount);
        assert.ok(points === 0 || Math.sign(points) === Math.sign(base));
        assert.equal(line.points, points);
      });
    }),
    { numRuns: 300 },
  );
});

test("a line says what its period is taken for exactly where the period leaves the scale", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      const { recorded } = livedThrough(scheme, steps);
      const { per, base, least = -Infinity, most = Infinity } = scheme.scale;
      const start = scheme.categories.reduce((pools, { pool = 0 }) => pools + pool, base);
      recorded.forEach((one, index) => {
        if (one.effect.undoes) return;
        const cell = cellOf(per, one, scheme);
        const { gains, losses } = sumsOf(
          recorded.slice(0, index + 1).filter((other) => cellOf(per, other, scheme) === cell),
        );
        const reached = start + gains - losses;
        const result = Math.min(most, Math.max(least, reached));
        const clamp = result === reached ? undefined : { per, reached, result };
        assert.deepEqual(one.line.explanation.clamp, clamp);
      });
    }),
  );
});

/** What the lines before had used of the cap that limited a line. */
function usedBefore(
  scheme: Scheme,
  before: readonly Recorded[],
  line: Recorded["line"],
  { of, per, side }: Limit,
): number {
  const scope = capsOf(scheme).find(
    (one) => one.of === of && (of === "total" || one.ruleIds.includes(line.ruleId)),
  );
  const cell = cellOf(per, { line }, scheme);
  if (cell === undefined) return 0;
  const same = ofRules(before, scope?.ruleIds ?? []).filter(
    (one) => cellOf(per, one, scheme) === cell,
  );
  return sumsOf(same)[side];
}

test("undoing the last line restores the counters exactly", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      let counters = noCounters;
      for (const { effect } of livedThrough(scheme, steps).recorded) {
        const after = counted(counters, effect);
        if (!effect.undoes) assert.deepEqual(counted(after, undoingOf(effect)), counters);
        counters = after;
      }
    }),
  );
});

test("lines undone anywhere in the year leave the counters of a year without them", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      const { account, live } = livedThrough(scheme, steps);
      const without = live.map(({ effect }) => effect).reduce(counted, noCounters);
      assert.deepEqual({ byRule: account.byRule, marks: account.marks }, without);
    }),
  );
});

test("the result is the base, the pools and all lines, inside the scale's ends", () => {
  fc.assert(
    fc.property(anyScheme, anySteps, (scheme, steps) => {
      const { account, recorded } = livedThrough(scheme, steps);
      const { quarters, sum, score } = resultOf(scheme, account, "2014-12-31");
      const { per, year, base, least = -Infinity, most = Infinity } = scheme.scale;
      const start = scheme.categories.reduce((pools, { pool = 0 }) => pools + pool, base);
      const clamped = (points: number) => Math.min(most, Math.max(least, start + points));
      const { gains, losses } = sumsOf(recorded);
      assert.equal(sum, gains - losses);
      assert.equal(
        quarters.reduce((all, one) => all + one.sum, 0),
        sum,
      );
      if (per === "year") {
        assert.equal(score, clamped(sum));
        return;
      }
      const scores = quarters.map((quarter) => quarter.score);
      assert.deepEqual(
        scores,
        quarters.map((quarter) => clamped(quarter.sum)),
      );
      const all = scores.reduce((one, other) => one + other, 0);
      assert.ok(Math.abs(score - (year === "sum" ? all : all / 4)) <= 0.5);
      if (year === "mean") assert.ok(score >= least && score <= most);
    }),
    { numRuns: 300 },
  );
});

test("more points never give a lower band", () => {
  fc.assert(
    fc.property(anyScheme, fc.integer(), fc.nat(), (scheme, score, more) => {
      const { bands } = scheme.scale;
      const rankOf = (points: number) => {
        const band = bandOf(bands, points);
        return band ? bands.length - bands.indexOf(band) : 0;
      };
      assert.ok(rankOf(score + more) >= rankOf(score));
    }),
  );
});
