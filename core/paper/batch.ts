import type { Database, Where } from "../kernel/database.ts";
import { findAll, findAllFields } from "../kernel/findAll.ts";
import { refuse } from "../kernel/refusal.ts";
import { lastDayOf } from "../kernel/time.ts";
import { accounts } from "../ledger/account.ts";
import { members } from "../members/member.ts";
import { type Rulebook, rulebooks, withoutScale } from "../rulebook/rulebook.ts";
import { type PaperLine, type PaperPart, type PaperYear, paperParts, partId } from "./paper.ts";

type Named = Pick<PaperYear, "id" | "batchId" | "parts">;

/**
 * All lines of a batch, in the order in which they were entered.
 * @throws Refusal `invalid_input` when a part never arrived
 */
export async function linesOfBatch(db: Database, batch: Named): Promise<PaperLine[]> {
  const parts = await partsOf(db, batch, {});
  if (parts.length < batch.parts) refuse("invalid_input");
  return parts.flatMap(({ lines }) => lines);
}

/** The lines of the booklets with numbers between these two, both included. */
export async function linesBetween(
  db: Database,
  batch: Named,
  first: number,
  last: number,
): Promise<PaperLine[]> {
  const parts = await partsOf(db, batch, { from: { atMost: last }, to: { above: first - 1 } });
  return parts
    .flatMap(({ lines }) => lines)
    .filter(({ ordinal }) => first <= ordinal && ordinal <= last);
}

/** By their ids, so that nothing but the parts of this batch is ever read. */
function partsOf(db: Database, { id, batchId, parts }: Named, where: Where): Promise<PaperPart[]> {
  const ids = Array.from({ length: parts }, (_, part) => partId(id, batchId, part));
  return findAll(db, paperParts, {
    where: { ...where, id: { in: ids } },
    orderBy: [["part", "asc"]],
  });
}

/** The version whose rules a batch names, as it is read for the batch's year. */
export async function rulebookOf(
  db: Database,
  { rulebookId, year }: Pick<PaperYear, "rulebookId" | "year">,
): Promise<Rulebook> {
  const rulebook = (await db.get(rulebooks, rulebookId)) ?? refuse("not_found");
  const lastDay = lastDayOf(year, rulebook.yearStart);
  return rulebook.effectiveFrom <= lastDay ? rulebook : withoutScale(rulebook);
}

/** The village's booklets by number. */
export async function booklets(db: Database, villageId: string): Promise<Map<number, string>> {
  const query = { where: { villageId }, orderBy: [["ordinal", "asc"]] } as const;
  const everybody = await findAllFields(db, members, query, ["ordinal", "name"]);
  return new Map(everybody.map(({ ordinal, name }) => [ordinal, name]));
}

/**
 * A year that was kept in the app has lines of its own, or was published empty.
 * @throws Refusal `year_recorded`
 */
export async function checkUnused(db: Database, villageId: string, year: number): Promise<void> {
  const [recorded, published] = await Promise.all([
    db.count(accounts, { villageId, year, seq: { above: 0 } }),
    db.count(accounts, { villageId, year, closedThrough: { above: "" } }),
  ]);
  if (recorded > 0 || published > 0) refuse("year_recorded");
}
