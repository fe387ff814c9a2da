import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import { refuse, sentences } from "../kernel/refusal.ts";
import { addDays, type Instant, type LocalDate, localDate } from "../kernel/time.ts";
import { flawsOf } from "../rulebook/flaws.ts";
import { type Rulebook, rulebooks } from "../rulebook/rulebook.ts";
import { type Village, villageById } from "../villages/village.ts";
import { differences } from "./compare.ts";
import type { GetDraftOutput } from "./contract.ts";
import {
  latestStart,
  type RulebookDraft,
  rulebookDrafts,
  scaleDiffers,
  scaleStarts,
} from "./draft.ts";

/** What every step with a draft begins with. */
export type Desk = Readonly<{
  village: Village;
  /** The last version that was published, whether it holds already or not: what a draft follows. */
  latest: Rulebook;
  draft: RulebookDraft | undefined;
}>;

export async function readDesk(db: Database, villageId: string): Promise<Desk> {
  const [village, found, draft] = await Promise.all([
    villageById(db, villageId),
    db.find(rulebooks, { where: { villageId }, orderBy: [["version", "desc"]], limit: 1 }),
    db.get(rulebookDrafts, villageId),
  ]);
  return { village, latest: found[0] ?? refuse("not_found"), draft };
}

/** The draft as the editor shows it, or the latest version where there is none. */
export function shown(
  { village, latest, draft }: Desk,
  at: Instant,
): z.input<typeof GetDraftOutput> {
  const { id: _id, villageId: _villageId, version, effectiveFrom, ...published } = latest;
  const open = draft?.status === "open" ? draft : undefined;
  const scheme = open?.scheme ?? published;
  const today = localDate(at);
  return {
    revision: draft?.revision ?? 0,
    drafted: open !== undefined,
    scheme,
    changedBy: open?.changedBy.name,
    changedOn: open && localDate(open.changedAt),
    latest: { version, title: latest.title, effectiveFrom },
    flaws: flawsOf(scheme).map(({ code, path }) => ({
      place: path.join("."),
      sentence: sentences[code],
    })),
    differences: open ? differences(latest, scheme) : [],
    start: {
      from: later(addDays(effectiveFrom, 1), today),
      until: latestStart(village, today),
      only: scaleDiffers(latest, scheme) ? scaleStarts(latest, village) : undefined,
    },
    today,
    years: [...village.years],
  };
}

/** The editor offers no day that is over; the operation takes one, as for what was decided long ago. */
const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
