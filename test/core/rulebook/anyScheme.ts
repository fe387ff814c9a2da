import fc from "fast-check";
import {
  type Cap,
  type Grade,
  periods,
  Scheme,
  type SchemeInput,
} from "../../../core/rulebook/scheme.ts";

/** Random rulebooks without contradictions: everything a scheme can say, in numbers small enough to meet. */

/** Drawn before it is known what the rules award: a cap on gains must not lie below one award. */
const anyCaps = fc.array(
  fc.record({
    per: fc.constantFrom(...periods),
    of: fc.constantFrom("gains", "losses"),
    above: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 3 },
);

/** Numbers here are half points, as villages give them. */
const anything = fc.record({
  yearStart: fc.integer({ min: 1, max: 12 }),
  caps: anyCaps,
  categories: fc.array(
    fc.record({
      caps: anyCaps,
      /** 0 for a category without pool. */
      pool: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 })),
      highestPerDeed: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  rules: fc.array(
    fc.record({
      category: fc.nat(),
      grades: fc.array(fc.integer({ min: -6, max: 8 }), { minLength: 1, maxLength: 3 }),
      unit: fc.constantFrom("", "次"),
      caps: anyCaps,
      onlyOncePer: fc.constantFrom(undefined, undefined, undefined, ...periods),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  scale: fc.record({
    per: fc.constantFrom("quarter", "year"),
    year: fc.constantFrom("sum", "mean"),
    base: fc.integer({ min: -10, max: 160 }),
    /** How far below and above the start the ends lie; null for none. */
    down: fc.option(fc.nat(20)),
    up: fc.option(fc.nat(20)),
    lines: fc.uniqueArray(fc.integer({ min: -20, max: 200 }), { maxLength: 5 }),
  }),
});

type Drawn = typeof anything extends fc.Arbitrary<infer T> ? T : never;

const halves = (count: number): number => count * 50;

function capsOver(grades: readonly Grade[], caps: Drawn["caps"]): Cap[] {
  const best = Math.max(50, ...grades.map(({ points }) => points));
  return caps.map(({ per, of, above }) => ({ per, of, most: best + halves(above) }));
}

function rulesFrom({ rules, categories }: Drawn) {
  return rules.map(({ category, unit, grades, caps, onlyOncePer }, index) => {
    const at = category % categories.length;
    const onlyLoses = (categories[at]?.pool ?? 0) > 0;
    const given = grades.map((count, one) => ({
      ...{ id: `g${one}`, title: `等次${one}` },
      points: halves(onlyLoses ? -Math.abs(count) : count),
    }));
    return {
      ...{ id: `r${index}`, title: `条目${index}`, clause: `第${index}条`, unit },
      ...{ category: `c${at}`, approver: "secretary" as const },
      ...{ grades: given, caps: capsOver(given, caps) },
      ...(onlyOncePer ? { onlyOncePer } : {}),
    };
  });
}

function scaleFrom({ scale, categories }: Drawn) {
  const { per, year, base, down, up, lines } = scale;
  const start = categories.reduce((sum, { pool }) => sum + pool, base);
  return {
    ...{ per, year, base: halves(base) },
    ...(down === null ? {} : { least: halves(start - down) }),
    ...(up === null ? {} : { most: halves(start + up) }),
    bands: [...lines]
      .sort((one, other) => other - one)
      .map((line, index) => ({ id: `b${index}`, title: `${index}等`, from: halves(line) })),
  };
}

function schemeFrom(drawn: Drawn): SchemeInput {
  const rules = rulesFrom(drawn);
  const gradesOf = (category: string) =>
    rules.filter((rule) => rule.category === category).flatMap(({ grades }) => grades);
  return {
    ...{ title: "细则", yearStart: drawn.yearStart, scale: scaleFrom(drawn), rules },
    categories: drawn.categories.map(({ caps, pool, highestPerDeed }, index) => ({
      ...{ id: `c${index}`, title: `类别${index}`, highestPerDeed },
      caps: capsOver(gradesOf(`c${index}`), caps),
      ...(pool > 0 ? { pool: halves(pool) } : {}),
    })),
    caps: capsOver(
      rules.flatMap(({ grades }) => grades),
      drawn.caps,
    ),
  };
}

export const anyScheme: fc.Arbitrary<Scheme> = anything.map((drawn) =>
  Scheme.parse(schemeFrom(drawn)),
);
