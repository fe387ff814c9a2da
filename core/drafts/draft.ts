import { collection } from "../kernel/database.ts";
import { refuse } from "../kernel/refusal.ts";
import { firstDayOf, type Instant, type LocalDate, lastDayOf, yearOf } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";
import { flawsOf } from "../rulebook/flaws.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { Scheme } from "../rulebook/scheme.ts";
import type { Village } from "../villages/village.ts";
import { factsOfScale } from "./things.ts";

/**
 * 草稿: the next rulebook while the committee writes it, one a village. The document stays when the draft
 * is dropped or published, so that its revision counts on: whoever still has an old one open cannot save
 * it over a new one.
 */
export type RulebookDraft = Readonly<{
  /** The village's id. */
  id: string;
  villageId: string;
  /** 1 for the first change; one more with each. */
  revision: number;
  changedBy: Signature;
  changedAt: Instant;
}> &
  (
    | Readonly<{ status: "open"; scheme: Scheme }>
    | Readonly<{ status: "dropped" }>
    /** `version`: that of the rulebook which the draft became. */
    | Readonly<{ status: "published"; version: number }>
  );

export type OpenDraft = Extract<RulebookDraft, { status: "open" }>;

export const rulebookDrafts = collection<RulebookDraft>("rulebookDrafts");

/** Who changes the draft, when, and which revision they saw. */
export type Change = Readonly<{
  villageId: string;
  revision: number;
  by: Signature;
  at: Instant;
}>;

/**
 * The draft after somebody's change.
 * @throws Refusal `draft_changed` when somebody else changed it since they saw it
 */
export function changed(
  draft: RulebookDraft | undefined,
  { villageId, revision, by, at }: Change,
): Omit<OpenDraft, "status" | "scheme"> {
  if (revision !== (draft?.revision ?? 0)) refuse("draft_changed");
  return { id: villageId, villageId, revision: revision + 1, changedBy: by, changedAt: at };
}

/** @throws Refusal `not_found` without an open draft, `draft_changed` when it is not the one they saw */
export function openDraft(draft: RulebookDraft | undefined, revision: number): OpenDraft {
  if (draft?.status !== "open") refuse("not_found");
  if (draft.revision !== revision) refuse("draft_changed");
  return draft;
}

/** The version that the draft which they saw has become; undefined when it has not. */
export const publishedAs = (
  draft: RulebookDraft | undefined,
  revision: number,
): number | undefined =>
  draft?.status === "published" && draft.revision === revision + 1 ? draft.version : undefined;

/** @throws Refusal with the code and the place of the scheme's first contradiction */
export function checkSound(scheme: Scheme): void {
  const [flaw] = flawsOf(scheme);
  if (flaw) refuse(flaw.code, flaw.path.join("."));
}

/** Whether everybody's score of a whole period would come out differently from the same lines. */
export const scaleDiffers = (before: Scheme, after: Scheme): boolean =>
  JSON.stringify(scaleOf(before)) !== JSON.stringify(scaleOf(after));

const scaleOf = ({ scale, categories }: Scheme) => ({
  scale: factsOfScale(scale).map(({ value }) => value),
  pools: categories.flatMap(({ id, pool }) => (pool === undefined ? [] : [`${id} ${pool}`])).sort(),
});

/**
 * Whether a draft can hold from that day on, after the latest version.
 * @throws Refusal `rulebook_not_later`, `year_start_fixed`, `invalid_input` for a day too far ahead, or
 *   `scale_mid_year`: the scale of a year is fixed when its booklets are opened
 */
export function checkStart(
  scheme: Scheme,
  latest: Rulebook,
  village: Village,
  effectiveFrom: LocalDate,
  today: LocalDate,
): void {
  const { yearStart, openYear } = village;
  if (effectiveFrom <= latest.effectiveFrom) refuse("rulebook_not_later");
  if (effectiveFrom > latestStart(village, today)) refuse("invalid_input");
  if (scheme.yearStart !== yearStart) refuse("year_start_fixed");
  if (!scaleDiffers(latest, scheme)) return;
  const year = yearOf(effectiveFrom, yearStart);
  if (year <= openYear || effectiveFrom !== firstDayOf(year, yearStart)) refuse("scale_mid_year");
}

/**
 * The last day on which a draft can begin to hold: nothing can be published for the days before a
 * version that begins later, so a slip in the year must not reach far.
 */
export const latestStart = ({ yearStart, openYear }: Village, today: LocalDate): LocalDate =>
  lastDayOf(Math.max(openYear, yearOf(today, yearStart)) + yearsAhead, yearStart);

const yearsAhead = 2;

/** The first days of years, not open yet, on which a new scale can begin. */
export const scaleStarts = (latest: Rulebook, { yearStart, openYear }: Village): LocalDate[] =>
  [1, 2]
    .map((after) => firstDayOf(openYear + after, yearStart))
    .filter((day) => day > latest.effectiveFrom);
