import type { Database } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts, openAccount } from "../ledger/account.ts";
import { entries } from "../ledger/entry.ts";
import { recordLine } from "../ledger/record.ts";
import { type Member, members } from "../members/member.ts";
import { type Rulebook, termsOf } from "../rulebook/rulebook.ts";
import { linesBetween } from "./batch.ts";
import { openingId, openingLine } from "./openingLine.ts";
import type { Confirmed, PaperLine } from "./paper.ts";

/** Members written in one call: with ten rules each some 1,200 requests, a few seconds. */
const membersAtOnce = 50;

/** Members written side by side. */
const sideBySide = 10;

/**
 * Opens the year's booklets of the next members and writes their lines, each member's in one transaction:
 * after a crash a member has all of them or none, and writing again adds nothing.
 * @returns the number of the last booklet that is written
 */
export async function writeBooklets(
  db: Database,
  paper: Confirmed,
  rulebook: Rulebook,
): Promise<number> {
  const next = await db.find(members, {
    where: { villageId: paper.villageId, ordinal: { above: paper.through } },
    orderBy: [["ordinal", "asc"]],
    limit: membersAtOnce,
  });
  const [first, last] = [next[0], next.at(-1)];
  if (!first || !last) return paper.through;
  const lines = await linesBetween(db, paper, first.ordinal, last.ordinal);
  const terms = termsOf(rulebook);
  for (let start = 0; start < next.length; start += sideBySide) {
    await Promise.all(
      next.slice(start, start + sideBySide).map(async (member) => {
        await db.insertNew(accounts, openAccount(member, paper.year, terms));
        const own = lines.filter(({ ordinal }) => ordinal === member.ordinal);
        await writeBooklet(db, member, own, paper, rulebook);
      }),
    );
  }
  return last.ordinal;
}

async function writeBooklet(
  db: Database,
  member: Member,
  lines: readonly PaperLine[],
  paper: Confirmed,
  rulebook: Rulebook,
): Promise<void> {
  const [one] = lines;
  if (!one) return;
  await db.transact(async (tx) => {
    let account = await tx.get(accounts, idOf.account(member.id, paper.year));
    if (!account) refuse("year_not_open");
    if (await tx.get(entries, openingId(account.id, one.ruleId))) return;
    for (const line of lines) {
      const recorded = await recordLine(tx, account, openingLine(account, line, paper, rulebook));
      account = recorded.account;
    }
  });
}
