import type { RefusalCode } from "../kernel/refusal.ts";
import { startOf } from "./rulebook.ts";
import type { Cap, Scheme } from "./scheme.ts";

/** A contradiction in a rulebook: what, and where in its JSON ("rules", 3, "caps", 0). */
export type Flaw = Readonly<{ code: RefusalCode; path: ReadonlyArray<string | number> }>;

type Path = Flaw["path"];

/** Every contradiction in a rulebook, in the order in which it is read. */
export const flawsOf = (scheme: Scheme): Flaw[] => [
  ...duplicates(scheme),
  ...scheme.categories.flatMap((_, index) => flawsOfCategory(scheme, index)),
  ...scheme.rules.flatMap((_, index) => flawsOfRule(scheme, index)),
  ...lowCaps(scheme.caps, ["caps"], awardsOf(scheme.rules)),
  ...flawsOfScale(scheme),
  ...scheme.classes.flatMap((_, index) => flawsOfClass(scheme, index)),
  ...scheme.exemptions.flatMap((_, index) => flawsOfExemption(scheme, index)),
  ...scheme.meetings.flatMap((_, index) => flawsOfMeeting(scheme, index)),
];

type Identified = ReadonlyArray<Readonly<{ id: string }>>;

function duplicates({ categories, rules, scale, classes, exemptions, meetings }: Scheme): Flaw[] {
  const lists: ReadonlyArray<readonly [Identified, Path]> = [
    [categories, ["categories"]],
    [rules, ["rules"]],
    ...rules.map(({ grades }, index) => [grades, ["rules", index, "grades"]] as const),
    [scale.bands, ["scale", "bands"]],
    [classes, ["classes"]],
    [exemptions, ["exemptions"]],
    [meetings, ["meetings"]],
  ];
  return lists.flatMap(([list, path]) =>
    list.flatMap(({ id }, index) =>
      list.findIndex((other) => other.id === id) < index
        ? [{ code: "duplicate_id", path: [...path, index] } as const]
        : [],
    ),
  );
}

function flawsOfCategory({ categories, rules }: Scheme, index: number): Flaw[] {
  const category = categories[index];
  if (!category) return [];
  const path = ["categories", index];
  const awards = awardsOf(rules.filter((rule) => rule.category === category.id));
  return [
    ...lowCaps(category.caps, [...path, "caps"], awards),
    ...when(category.pool !== undefined && awards.length > 0, "pool_with_gains", [...path, "pool"]),
  ];
}

function flawsOfRule({ rules, categories, classes, scale }: Scheme, index: number): Flaw[] {
  const rule = rules[index];
  if (!rule) return [];
  const at = (...place: Path): Path => ["rules", index, ...place];
  const { category, from, until, veto } = rule;
  const awards = awardsOf([rule]);
  const daysCrossed = from !== undefined && until !== undefined && from > until;
  return [
    ...unknown("unknown_category", category, categories, at("category")),
    ...rule.classes.flatMap((id, one) => unknown("unknown_class", id, classes, at("classes", one))),
    ...(veto ? unknown("unknown_band", veto, scale.bands, at("veto")) : []),
    ...when(veto !== undefined && awards.length > 0, "veto_with_gains", at("veto")),
    ...when(daysCrossed, "days_crossed", at("until")),
    ...when(rule.honour && rule.approver !== "committee", "honour_approver", at("approver")),
    ...lowCaps(rule.caps, at("caps"), awards),
  ];
}

function flawsOfScale(scheme: Scheme): Flaw[] {
  const { least, most, bands } = scheme.scale;
  const start = startOf(scheme);
  const crossed = start < (least ?? start) || start > (most ?? start);
  return [
    ...when(crossed, "clamp_crossed", ["scale"]),
    ...bands.flatMap(({ from }, index) => {
      const above = bands[index - 1];
      const overlaps = above !== undefined && from >= above.from;
      return when(overlaps, "bands_overlap", ["scale", "bands", index]);
    }),
  ];
}

function flawsOfClass({ classes, categories }: Scheme, index: number): Flaw[] {
  return (classes[index]?.expects ?? []).flatMap(({ category, times, points }, at) => {
    const path = ["classes", index, "expects", at];
    return [
      ...unknown("unknown_category", category, categories, [...path, "category"]),
      ...when(times === undefined && points === undefined, "expectation_empty", path),
    ];
  });
}

const flawsOfExemption = ({ exemptions, categories }: Scheme, index: number): Flaw[] =>
  (exemptions[index]?.categories ?? []).flatMap((id, one) =>
    unknown("unknown_category", id, categories, ["exemptions", index, "categories", one]),
  );

function flawsOfMeeting({ meetings, rules }: Scheme, index: number): Flaw[] {
  const meeting = meetings[index];
  if (!meeting) return [];
  const path = ["meetings", index];
  const named: ReadonlyArray<readonly [{ ruleId: string; gradeId: string } | undefined, Path]> = [
    [meeting, path],
    [meeting.absence, [...path, "absence"]],
    [meeting.late, [...path, "late"]],
  ];
  return named.flatMap(([named, at]) => {
    if (!named) return [];
    const rule = rules.find(({ id }) => id === named.ruleId);
    if (!rule) return when(true, "unknown_rule", at);
    const grade = rule.grades.find(({ id }) => id === named.gradeId);
    if (!grade) return when(true, "unknown_grade", at);
    return when(named !== meeting && grade.points > 0, "absence_gains", at);
  });
}

/**
 * What the rules can award in one go. Deductions are left out: a floor below one deduction is no
 * contradiction, since 扣完为止.
 */
const awardsOf = (rules: Scheme["rules"]): number[] =>
  rules.flatMap(({ grades }) => grades.map(({ points }) => points)).filter((points) => points > 0);

const lowCaps = (caps: readonly Cap[], path: Path, awards: readonly number[]): Flaw[] =>
  caps.flatMap(({ of, most }, index) =>
    when(of === "gains" && awards.some((award) => award > most), "cap_below_award", [
      ...path,
      index,
    ]),
  );

const unknown = (code: RefusalCode, id: string, among: Identified, path: Path): Flaw[] =>
  when(!among.some((one) => one.id === id), code, path);

const when = (flawed: boolean, code: RefusalCode, path: Path): Flaw[] =>
  flawed ? [{ code, path }] : [];
