import type { Reply } from "../../../core/app.ts";
import { lastDayOf } from "../../../core/kernel/time.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import type { Scheme } from "../../../core/rulebook/scheme.ts";
import { askRaw, operator, type TestCloud, thisYear, today } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Drafts of a rulebook, and the contradictions that a rulebook can hold. */

let cloud: TestCloud;

const [mediation] = profileA.rules;
const [duty] = profileA.categories;
if (!mediation || !duty) throw new Error("profile A has rules and categories");
const deduction = {
  ...mediation,
  ...{ id: "absent", grades: [{ id: "once", title: "一次", points: -100 }] },
};
const bands = [
  { id: "good", title: "优秀", from: 9000 },
  { id: "poor", title: "不合格", from: 0 },
];
const meeting = {
  id: "m",
  title: "支部大会",
  for: "branch",
  ruleId: "mediation",
  gradeId: "normal",
};

/** A village whose rulebook would be profile A with one thing put differently. */
const found = (change: Readonly<Record<string, unknown>>, villageId = "never"): Promise<Reply> =>
  askRaw(cloud.cloud, operator, "foundVillage", {
    ...{ villageId, name: "试村", town: "试镇", openYear: thisYear },
    branch: { ordinal: 1, name: "第一党支部" },
    grid: { ordinal: 1, name: "第一网格", hamlets: ["东浜"] },
    founder: { ordinal: 1, name: "发起人", hamlet: "东浜" },
    rulebook: { ...profileA, ...change },
  });

const withRule = (change: Readonly<Record<string, unknown>>): Promise<Reply> =>
  found({ rules: [{ ...mediation, ...change }], meetings: [] });

/** Asks as the committee member of one of the villages of the scene. */
const ask = (villageId: string, operation: string, input: unknown): Promise<Reply> =>
  askRaw(cloud.cloud, `o-${villageId}`, operation, input);

const publish = (villageId: string, effectiveFrom = today): Promise<Reply> =>
  ask(villageId, "publishRulebook", { revision: 1, effectiveFrom });

/** A village with a draft that a committee member has just begun. */
async function draftIn(villageId: string, change: Partial<Scheme>): Promise<void> {
  const founded = await found({}, villageId);
  if (!founded.ok) throw new Error(founded.code);
  const { code } = founded.value as { code: string };
  await ask(villageId, "signIn", { code });
  const scheme = { ...profileA, ...change };
  const saved = await ask(villageId, "saveDraft", { revision: 0, scheme });
  if (!saved.ok) throw new Error(saved.code);
}

const provoke = {
  draft_changed: () => ask("drafting", "saveDraft", { revision: 0, scheme: profileA }),
  rulebook_not_later: () => publish("drafting", `${thisYear}-01-01`),
  scale_mid_year: () => publish("scaling", lastDayOf(thisYear, 1)),
  year_start_fixed: () => publish("turning", lastDayOf(thisYear, 1)),

  approver_missing: () =>
    ask("drafting", "saveDraft", {
      ...{ revision: 1, scheme: { ...profileA, rules: [{ ...mediation, approver: undefined }] } },
    }),
  cap_below_award: () => publish("flawed", lastDayOf(thisYear, 1)),
  duplicate_id: () => found({ categories: [...profileA.categories, duty] }),
  unknown_category: () => withRule({ category: "nowhere" }),
  unknown_class: () => withRule({ classes: ["nobody"] }),
  unknown_band: () => withRule({ ...deduction, veto: "nowhere" }),
  pool_with_gains: () =>
    found({ categories: [{ ...duty, pool: 2000 }, ...profileA.categories.slice(1)] }),
  veto_with_gains: () =>
    found({ scale: { bands }, rules: [{ ...mediation, veto: "poor" }], meetings: [] }),
  absence_gains: () =>
    found({ meetings: [{ ...meeting, absence: { ruleId: "mediation", gradeId: "normal" } }] }),
  days_crossed: () => withRule({ from: "2026-07-01", until: "2026-06-30" }),
  honour_approver: () => withRule({ honour: true }),
  clamp_crossed: () => found({ scale: { base: 6000, most: 5000 } }),
  bands_overlap: () => found({ scale: { bands: [...bands].reverse() } }),
  expectation_empty: () =>
    found({
      classes: [
        {
          id: "c",
          title: "村干部",
          expects: [{ title: "开会", category: "meeting", per: "year" }],
        },
      ],
    }),
};

export const drafts: Cases<keyof typeof provoke> = {
  async scene(opened) {
    cloud = opened;
    const low = {
      ...mediation,
      caps: [{ per: "month" as const, of: "gains" as const, most: 100 }],
    };
    await draftIn("drafting", { title: "新细则" });
    await draftIn("scaling", { scale: { ...profileA.scale, base: 6000 } });
    await draftIn("turning", { yearStart: 12 });
    await draftIn("flawed", { rules: [low, ...profileA.rules.slice(1)] });
  },
  provoke,
  places: {
    approver_missing: "scheme.rules.0.approver",
    cap_below_award: "rules.0.caps.0",
    duplicate_id: "rulebook.categories.3",
    unknown_category: "rulebook.rules.0.category",
    unknown_class: "rulebook.rules.0.classes.0",
    unknown_band: "rulebook.rules.0.veto",
    pool_with_gains: "rulebook.categories.0.pool",
    veto_with_gains: "rulebook.rules.0.veto",
    absence_gains: "rulebook.meetings.0.absence",
    days_crossed: "rulebook.rules.0.until",
    honour_approver: "rulebook.rules.0.approver",
    clamp_crossed: "rulebook.scale",
    bands_overlap: "rulebook.scale.bands.1",
    expectation_empty: "rulebook.classes.0.expects.0",
  },
};
