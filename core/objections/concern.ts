import type * as z from "zod";
import type { Database } from "../kernel/database.ts";
import type { Caller, Visitor } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { LocalDate } from "../kernel/time.ts";
import { accounts } from "../ledger/account.ts";
import { entries } from "../ledger/entry.ts";
import { publicationRows } from "../publications/list.ts";
import { isOpen, isPublished, publications, publicationsOf } from "../publications/publication.ts";
import type { RaiseObjectionInput } from "./contract.ts";
import { isLineOpen, type Objection } from "./objection.ts";

/** What somebody objects to, as it stands in the village's books. */
export type Concern = Pick<Objection, "villageId" | "about" | "subject">;

type Asked = z.output<typeof RaiseObjectionInput>["about"];

/**
 * @throws Refusal `not_found`, `objection_closed`, and for a line `not_signed_in` or `not_permitted`
 *   where it is not the caller's own
 */
export const concernOf = (
  db: Database,
  about: Asked,
  caller: Caller | Visitor,
  today: LocalDate,
): Promise<Concern> =>
  about.kind === "line" ? concernOfLine(db, about, caller, today) : concernOfRow(db, about, today);

async function concernOfLine(
  db: Database,
  { entryId }: Extract<Asked, { kind: "line" }>,
  caller: Caller | Visitor,
  today: LocalDate,
): Promise<Concern> {
  if (caller.id === undefined) refuse("not_signed_in");
  const entry = (await db.get(entries, entryId)) ?? refuse("not_found");
  if (entry.villageId !== caller.villageId) refuse("not_found");
  if (entry.memberId !== caller.id) refuse("not_permitted");
  const { villageId, memberId, accountId, year, seq, countsOn } = entry;
  const published = (await publicationsOf(db, villageId, [year])).filter(isPublished);
  if (!isLineOpen(entry, published, today)) refuse("objection_closed");
  return {
    villageId,
    about: { kind: "line", entryId, seq, rule: entry.explanation.ruleTitle },
    subject: {
      ...{ memberId, memberName: caller.name, shownName: caller.name, accountId, year },
      ...{ from: countsOn, until: countsOn },
    },
  };
}

async function concernOfRow(
  db: Database,
  { publicationId, order }: Extract<Asked, { kind: "row" }>,
  today: LocalDate,
): Promise<Concern> {
  const publication = (await db.get(publications, publicationId)) ?? refuse("not_found");
  if (!isPublished(publication)) refuse("not_found");
  if (!isOpen(publication, today)) refuse("objection_closed");
  const [row = refuse("not_found")] = await db.find(publicationRows, {
    where: { publicationId, order },
    limit: 1,
  });
  const { memberId, accountId, from, until } = row;
  const account = (await db.get(accounts, accountId)) ?? refuse("not_found");
  return {
    villageId: publication.villageId,
    about: { kind: "row", publicationId, order, title: publication.title },
    subject: {
      ...{ memberId, memberName: account.memberName, shownName: row.name, accountId },
      ...{ year: publication.year, from, until },
    },
  };
}
