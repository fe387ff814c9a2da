import assert from "node:assert/strict";
import { test } from "node:test";
import {
  changed,
  checkSound,
  checkStart,
  latestStart,
  openDraft,
  type RulebookDraft,
  scaleDiffers,
  scaleStarts,
} from "../../../core/drafts/draft.ts";
import { Refusal } from "../../../core/kernel/refusal.ts";
import { profileA } from "../../../core/rulebook/profileA.ts";
import { DraftScheme, type Scheme } from "../../../core/rulebook/scheme.ts";
import { defaultSettings } from "../../../core/villages/village.ts";
import { expectRefusal, rulebook as latest } from "../support.ts";
import { full } from "./schemes.ts";

const by = { id: "v-m1", name: "某某" };
const change = { villageId: "v", by, at: "2026-05-20T04:00:00.000Z" };
const draft: RulebookDraft = {
  ...{ id: "v", villageId: "v", revision: 3, changedBy: by, changedAt: change.at },
  ...{ status: "open", scheme: profileA },
};
const village = {
  ...{ id: "v", name: "试村", town: "试镇", openYear: 2026, years: [2026], yearStart: 1 },
  settings: defaultSettings,
};
const today = "2026-05-20";
const start = (scheme: Scheme, day: string) => checkStart(scheme, latest, village, day, today);
const withBase = DraftScheme.parse({ ...profileA, scale: { base: 6000 } });

test("whoever has not seen the last change cannot save over it", () => {
  assert.equal(changed(draft, { ...change, revision: 3 }).revision, 4);
  expectRefusal("draft_changed", () => changed(draft, { ...change, revision: 2 }));
  assert.equal(changed(undefined, { ...change, revision: 0 }).revision, 1);
  expectRefusal("draft_changed", () => changed(undefined, { ...change, revision: 1 }));
});

test("a draft that was dropped or published is none, and its number does not begin anew", () => {
  const { scheme: _, ...rest } = draft;
  const dropped: RulebookDraft = { ...rest, status: "dropped" };
  expectRefusal("not_found", () => openDraft(dropped, 3));
  expectRefusal("not_found", () => openDraft({ ...rest, status: "published", version: 2 }, 3));
  expectRefusal("draft_changed", () => changed(dropped, { ...change, revision: 0 }));
  assert.equal(changed(dropped, { ...change, revision: 3 }).revision, 4);
});

test("only the draft that was seen is opened", () => {
  assert.equal(openDraft(draft, 3), draft);
  expectRefusal("draft_changed", () => openDraft(draft, 2));
});

test("a contradiction is refused with its code and its place", () => {
  const [cleanup] = full.rules;
  assert(cleanup);
  const flawed = { ...full, rules: [{ ...cleanup, category: "nowhere" }, ...full.rules.slice(1)] };
  assert.throws(
    () => checkSound(flawed),
    (error) =>
      error instanceof Refusal &&
      error.code === "unknown_category" &&
      error.place === "rules.0.category",
  );
  checkSound(profileA);
});

test("a new version begins later than the latest, and not beyond the year after next", () => {
  start(profileA, "2026-01-02");
  expectRefusal("rulebook_not_later", () => start(profileA, "2026-01-01"));
  start(profileA, "2028-12-31");
  expectRefusal("invalid_input", () => start(profileA, "2029-01-01"));
  assert.equal(latestStart(village, today), "2028-12-31");
});

test("a new scale begins with a year whose booklets are not open yet", () => {
  assert.equal(scaleDiffers(profileA, withBase), true);
  start(withBase, "2027-01-01");
  for (const day of ["2026-07-01", "2027-01-02", "2027-07-01"]) {
    expectRefusal("scale_mid_year", () => start(withBase, day));
  }
  assert.deepEqual(scaleStarts(latest, village), ["2027-01-01", "2028-01-01"]);
});

test("a pool is part of the scale; points, caps and names are not", () => {
  const [duty, ...others] = profileA.categories;
  assert(duty);
  const drained = { ...profileA, categories: [{ ...duty, pool: 2000 }, ...others] };
  assert.equal(scaleDiffers(profileA, drained), true);
  const renamed = {
    ...profileA,
    title: "新细则",
    caps: [{ per: "year", of: "gains", most: 9000 }],
  };
  assert.equal(scaleDiffers(profileA, renamed as Scheme), false);
});

test("the month in which the year starts stays", () => {
  expectRefusal("year_start_fixed", () => start({ ...profileA, yearStart: 12 }, "2026-07-01"));
});

test("where the year starts in December, a new scale begins on 1 December", () => {
  const december = { ...village, yearStart: 12 };
  assert.deepEqual(scaleStarts(latest, december), ["2026-12-01", "2027-12-01"]);
  const scheme = { ...withBase, yearStart: 12 };
  checkStart(scheme, latest, december, "2026-12-01", today);
  expectRefusal("scale_mid_year", () => checkStart(scheme, latest, december, "2027-01-01", today));
});
