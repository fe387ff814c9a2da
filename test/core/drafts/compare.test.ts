import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { differences } from "../../../core/drafts/compare.ts";
import { hashOf } from "../../../core/ledger/chain.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { profileB } from "../../../core/rulebook/profileB.ts";
import { DraftScheme, type Scheme } from "../../../core/rulebook/scheme.ts";
import { anyScheme, full } from "./schemes.ts";

type Json = null | string | number | boolean | Json[] | { [key: string]: Json };
type Path = ReadonlyArray<string | number>;

const copyOf = (scheme: Scheme): Json => JSON.parse(JSON.stringify(scheme)) as Json;

/** The paths of everything that is not itself made of parts. */
function leavesOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const at = (value: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((part, key) => (part as Record<string, Json>)?.[key], value);

/** The scheme with one part set, or taken out where it is undefined. */
function withPart(scheme: Scheme, path: Path, part: Json | undefined): unknown {
  const copy = copyOf(scheme);
  const last = path.at(-1) ?? "";
  const holder = at(copy, path.slice(0, -1)) as Record<string, Json>;
  if (part === undefined) delete holder[last];
  else holder[last] = part;
  return copy;
}

/** Values of which one at least may stand where this one stands. */
const others = (value: Json | undefined): Json[] =>
  typeof value === "number"
    ? [value + 1, value - 1]
    : typeof value === "boolean"
      ? [!value]
      : [
          ...[
            "report",
            "village",
            "sum",
            "year",
            "month",
            "gains",
            "losses",
            "secretary",
            "committee",
          ],
          ...["all", "2026-02-02", "x"],
        ].filter((other) => other !== value);

/** The scheme with another value at that path: the first that a draft may have there. */
function changedAt(scheme: Scheme, path: Path): Scheme {
  for (const other of others(at(copyOf(scheme), path))) {
    const parsed = DraftScheme.safeParse(withPart(scheme, path, other));
    if (parsed.success) return parsed.data;
  }
  return assert.fail(`no other value fits ${path.join(".")}`);
}

const words = (before: Scheme, after: Scheme): string[] =>
  differences(before, after).map((difference) => difference.words);

/** The full scheme with parts of its first rule, or of anything, put differently. */
const changed = (change: Partial<Scheme>): Scheme => DraftScheme.parse({ ...full, ...change });
const [cleanup, absent] = full.rules;
const [duty, faults] = full.categories;
assert(cleanup && absent && duty && faults);
const withRule = (change: Partial<typeof cleanup>): Scheme =>
  changed({ rules: [{ ...cleanup, ...change }, absent] });

test("a scheme differs in nothing from itself", () => {
  fc.assert(
    fc.property(anyScheme, (scheme) => {
      assert.deepEqual(differences(scheme, DraftScheme.parse(copyOf(scheme))), []);
    }),
  );
});

test("whatever field is changed, one sentence says so", () => {
  const paths = leavesOf(copyOf(full));
  // An id stands for a thing: with another one it is another thing.
  const fields = paths.filter((path) => path.at(-1) !== "id");
  /** A cap for another period, or a requirement by another name, is one less and one more. */
  const isName = (path: Path) =>
    (path.includes("expects") && path.at(-1) === "title") ||
    (path.includes("caps") && path.at(-1) !== "most");
  for (const path of fields) {
    const said = differences(full, changedAt(full, path));
    assert.equal(said.length, isName(path) ? 2 : 1, `${path.join(".")}: ${JSON.stringify(said)}`);
  }
});

test("that scheme has every field there is, so a new one cannot be forgotten", () => {
  type Shaped = { shape: object };
  type Listed = { element: Shaped };
  const { shape } = DraftScheme;
  const unwrapped = (schema: unknown): unknown => {
    const { def } = schema as { def: { innerType?: unknown } };
    return def.innerType ? unwrapped(def.innerType) : schema;
  };
  const keys = (schema: unknown): string[] =>
    Object.keys((unwrapped(schema) as Shaped).shape).sort();
  const ofList = (schema: unknown): unknown => (unwrapped(schema) as Listed).element;
  assert.deepEqual(Object.keys(shape).sort(), Object.keys(full).sort());
  assert.deepEqual(keys(ofList(shape.rules)), Object.keys(cleanup).sort());
  assert.deepEqual(keys(shape.scale), Object.keys(full.scale).sort());
  const union = (list: readonly object[]) =>
    [...new Set(list.flatMap((one) => Object.keys(one)))].sort();
  for (const list of ["categories", "classes", "exemptions", "meetings"] as const) {
    assert.deepEqual(keys(ofList(shape[list])), union(full[list]), list);
  }
});

/** A scheme without what makes no difference to anybody: the order of caps, expectations and sets. */
function normal(scheme: Scheme): string {
  const sorted = (list: readonly unknown[]) => list.map(plain).map(hashOf).sort();
  return hashOf(
    plain({
      ...scheme,
      caps: sorted(scheme.caps),
      categories: scheme.categories.map((one) => ({ ...one, caps: sorted(one.caps) })),
      rules: scheme.rules.map((one) => ({
        ...one,
        ...{ caps: sorted(one.caps), classes: [...one.classes].sort() },
      })),
      classes: scheme.classes.map((one) => ({
        ...one,
        expects: [...one.expects].sort((a, b) => (a.title < b.title ? -1 : 1)),
      })),
      exemptions: scheme.exemptions.map((one) => ({
        ...one,
        categories: [...one.categories].sort(),
      })),
    }),
  );
}

/** Without the fields that are undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("a part taken over from any other scheme is told, present or absent, and an equal one is not", () => {
  const parts: Path[] = [
    ...["title", "yearStart", "caps", "rules", "categories", "classes"].map((key) => [key]),
    ...["exemptions", "meetings"].map((key) => [key]),
    ...["per", "year", "base", "least", "most", "bands"].map((key) => ["scale", key]),
    ...["category", "clause", "hint", "example", "approver", "grades", "unit", "caps"].map(ofRule),
    ...["onlyOncePer", "from", "until", "classes", "veto", "honour", "origin", "title"].map(ofRule),
    ...["title", "caps", "pool", "highestPerDeed"].map((key) => ["categories", 0, key]),
  ];
  fc.assert(
    fc.property(anyScheme, anyScheme, fc.constantFrom(...parts), (scheme, other, path) => {
      const after = DraftScheme.parse(withPart(scheme, path, at(copyOf(other), path)));
      assert.equal(differences(scheme, after).length === 0, normal(scheme) === normal(after));
    }),
    { numRuns: 300 },
  );
});

function ofRule(key: string): Path {
  return ["rules", 0, key];
}

test("points, caps and scales are told as a committee says them", () => {
  const [normal, major] = cleanup.grades;
  assert(normal && major);
  const dearer = { ...normal, points: 250 };
  assert.deepEqual(words(full, withRule({ grades: [dearer, major] })), [
    "“环境卫生”：“按要求完成一次”由2分改为2.5分",
  ]);
  const once = { id: "once", title: "缺席一次", points: -50 };
  assert.deepEqual(words(full, changed({ rules: [cleanup, { ...absent, grades: [once] }] })), [
    "“无故缺席”：“缺席一次”由扣1分改为扣0.5分",
  ]);
  assert.deepEqual(words(full, changed({ categories: [{ ...duty, caps: [] }, faults] })), [
    "“岗位履职”类每年最多由12分改为不限",
  ]);
  const floor = [{ per: "quarter", of: "losses", most: 500 } as const];
  assert.deepEqual(words(full, changed({ caps: floor })), ["各条加起来每季度最多扣由10分改为5分"]);
  const [good, poor] = full.scale.bands;
  assert(good && poor);
  const bands = [{ ...good, from: 8500 }, { id: "fair", title: "合格", from: 6000 }, poor];
  assert.deepEqual(words(full, changed({ scale: { ...full.scale, base: 5000, bands } })), [
    "起评分由60分改为50分",
    "等次“优秀”由90分起改为85分起",
    "新增等次“合格”，60分起",
  ]);
});

test("a new rule is told with all that it says, an old one by its name", () => {
  const patrol = {
    ...{ id: "patrol", title: "义务巡逻", category: "duty", clause: "第四条", hint: "哪一段路" },
    ...{ approver: "secretary", caps: [{ per: "month", most: 600 }] },
    grades: [{ id: "normal", title: "巡逻一次", points: 200 }],
  };
  const rules = DraftScheme.shape.rules.parse([cleanup, patrol]);
  assert.deepEqual(differences(full, changed({ rules, meetings: full.meetings })), [
    {
      ...{ place: "rules.1", kind: "added" },
      words:
        "“义务巡逻”新增：“巡逻一次”2分，类别“岗位履职”，审核支部书记，每月最多6分，条款第四条，填写提示“哪一段路”",
    },
    { place: "rules", kind: "removed", words: "“无故缺席”取消" },
  ]);
});

test("a new name is told once, where the thing itself is", () => {
  const categories = [{ ...duty, title: "履职尽责" }, faults];
  assert.deepEqual(words(full, changed({ categories })), ["“岗位履职”类改名为“履职尽责”类"]);
  const grades = cleanup.grades.map((grade) => ({ ...grade, title: `${grade.title}（含半天）` }));
  assert.deepEqual(words(full, withRule({ grades: grades.slice(0, 1) })), [
    "“环境卫生”：“按要求完成一次”改名为“按要求完成一次（含半天）”",
    "“环境卫生”：取消“重大贡献”",
  ]);
});

test("meetings, classes and exemptions are told by what they ask", () => {
  const [branch, theme] = full.meetings;
  const [cadre, away] = full.classes;
  const [ill, age] = full.exemptions;
  assert(branch && theme && cadre && away && ill && age);
  const { late: _, ...punctual } = branch;
  const [expects] = cadre.expects;
  assert(expects);
  const after = changed({
    meetings: [{ ...punctual, every: "month" }, theme],
    classes: [{ ...cadre, expects: [{ ...expects, times: 1 }] }, away],
    exemptions: [{ ...ill, categories: [], appraised: true }, age],
  });
  assert.deepEqual(words(full, after), [
    "“支部党员大会”：多久一次由每季度一次改为每月一次",
    "“支部党员大会”：迟到由超过10分钟按“无故缺席”的“缺席一次”改为不扣分",
    "“村干部”：要求“参加组织生活”由“岗位履职”类每季度至少3次、5分改为“岗位履职”类每季度至少1次、5分",
    "“因病”：不扣分的类别由“负面清单”改为没有",
    "“因病”：等次由不评改为照常评",
  ]);
});

test("another order is one sentence, however many moved", () => {
  const [normal, major] = cleanup.grades;
  assert(normal && major);
  assert.deepEqual(differences(full, changed({ rules: [absent, cleanup] })), [
    { place: "rules", kind: "changed", words: "条目的先后有调整" },
  ]);
  assert.deepEqual(words(full, withRule({ grades: [major, normal] })), [
    "“环境卫生”：各档的先后有调整",
  ]);
});

test("from profile A to profile B everything is told, without a word of code", () => {
  const said = words(profileA, profileB);
  assert(said.length > 20);
  assert.deepEqual(
    said.filter((sentence) => /undefined|null|\[object|[a-z]/.test(sentence)),
    [],
  );
});
