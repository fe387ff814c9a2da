import { branches } from "../branches/branch.ts";
import type { Database } from "../kernel/database.ts";
import { findAllFields } from "../kernel/findAll.ts";
import { operation } from "../kernel/operation.ts";
import { refuse, sentences } from "../kernel/refusal.ts";
import { lastDayOf, localDate } from "../kernel/time.ts";
import { type Account, accounts } from "../ledger/account.ts";
import { entries } from "../ledger/entry.ts";
import { rulebookFor } from "../rulebook/rulebook.ts";
import { TryDraftInput, TryDraftOutput } from "./contract.ts";
import { checkSound, openDraft } from "./draft.ts";
import { readDesk } from "./shown.ts";
import { byBranch, lineFields, type PastLine, timesOf, tryYear } from "./trial.ts";

/** Members tried in one call: with 50 lines each, some seven requests and two megabytes. */
const membersAtOnce = 100;

/**
 * What a year would have come to under the draft, for some members at a time: nothing is recorded, and
 * nobody but the committee sees it.
 */
export const tryDraft = operation({
  name: "tryDraft",
  who: ["committee"],
  input: TryDraftInput,
  output: TryDraftOutput,
  async run({ caller: { villageId }, input: { revision, year, after }, at, db }) {
    const { village, latest, draft } = await readDesk(db, villageId);
    const { scheme } = openDraft(draft, revision);
    checkSound(scheme);
    if (scheme.yearStart !== village.yearStart) refuse("year_start_fixed");
    if (!village.years.includes(year)) refuse("year_not_open");
    const [today, lastDay] = [localDate(at), lastDayOf(year, village.yearStart)];
    const isOver = today > lastDay;
    const on = isOver ? lastDay : today;
    const where = { villageId, year };
    const [inForce, named, total, some] = await Promise.all([
      rulebookFor(db, villageId, on),
      db.find(branches, { where: { villageId }, limit: 1000 }),
      db.count(accounts, where),
      db.find(accounts, {
        where: { ...where, id: { above: after } },
        orderBy: [["id", "asc"]],
        limit: membersAtOnce,
      }),
    ]);
    const nameOf = (branchId: string) => named.find(({ id }) => id === branchId)?.name ?? "";
    const terms = { inForce, draft: { ...latest, ...scheme }, on };
    const linesOf = await linesByAccount(db, some);
    const trials = some.map((account) => ({
      ...{ memberId: account.memberId, name: account.memberName, branchId: account.branchId },
      ...tryYear(account, linesOf.get(account.id) ?? [], terms),
    }));
    const last = some.length === membersAtOnce ? some.at(-1) : undefined;
    return {
      rows: trials.map((trial) => ({ ...trial, branch: nameOf(trial.branchId) })),
      branches: byBranch(trials).map((one) => ({ ...one, branch: nameOf(one.branchId) })),
      missing: timesOf(
        trials.flatMap(({ missing }) => missing),
        ({ rule }) => rule,
      ),
      refused: timesOf(
        trials.flatMap(({ refused }) => refused),
        ({ code }) => sentences[code],
      ),
      total,
      next: last?.id,
    };
  },
});

/** The lines of each account, in the order of `seq`. */
async function linesByAccount(
  db: Database,
  some: readonly Account[],
): Promise<ReadonlyMap<string, PastLine[]>> {
  const query = {
    where: { accountId: { in: some.map(({ id }) => id) } },
    orderBy: [
      ["accountId", "asc"],
      ["seq", "asc"],
    ],
  } as const;
  const lines = await findAllFields(db, entries, query, lineFields);
  const byAccount = new Map<string, PastLine[]>();
  for (const line of lines) {
    const known = byAccount.get(line.accountId);
    if (known) known.push(line);
    else byAccount.set(line.accountId, [line]);
  }
  return byAccount;
}
