import type * as z from "zod";
import { branches } from "../branches/branch.ts";
import { grids } from "../grids/grid.ts";
import { idOf } from "../kernel/ids.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { refuse } from "../kernel/refusal.ts";
import { earlier, type LocalDate, lastDayOf, localDate } from "../kernel/time.ts";
import { type Account, accounts } from "../ledger/account.ts";
import { type Entry, entries, reversalId } from "../ledger/entry.ts";
import { sumOf } from "../rulebook/counters.ts";
import { resultOf } from "../rulebook/result.ts";
import { type Rulebook, rulebookFor } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { GetPassbookInput, GetPassbookOutput } from "./contract.ts";

/** 一本通: a member's own statement of a year, every line with the reason for its number. */
export const getPassbook = operation({
  name: "getPassbook",
  who: ["member"],
  input: GetPassbookInput,
  output: GetPassbookOutput,
  async run({ caller, input, at, db }) {
    const village = await villageById(db, caller.villageId);
    const memberId = input.memberId ?? caller.id;
    const year = input.year ?? village.openYear;
    const accountId = idOf.account(memberId, year);
    const account = (await db.get(accounts, accountId)) ?? refuse("not_found");
    checkReader(account, caller);
    const day = earlier(localDate(at), lastDayOf(year, village.yearStart));
    const [found, branch, grid, rulebook] = await Promise.all([
      db.find(entries, {
        where: { accountId, ...(input.before ? { seq: { atMost: input.before - 1 } } : {}) },
        orderBy: [["seq", "desc"]],
        limit: pageLimit,
      }),
      db.get(branches, account.branchId),
      db.get(grids, account.gridId),
      rulebookFor(db, village.id, day),
    ]);
    const { rows, more } = cutPage(found);
    const reversals = await db.find(entries, {
      where: { id: { in: rows.map((entry) => reversalId(entry.id)) } },
      limit: pageLimit,
    });
    return {
      ...{ memberId, year, more, member: account.memberName, balance: account.balance },
      result: shownResult(rulebook, account, day),
      branch: branch?.name ?? "",
      grid: grid?.name ?? "",
      years: [...village.years],
      byRule: sums(account),
      entries: rows.map((entry) => lineOf(entry, reversals)),
    };
  },
});

/** One's own; a secretary their branch's; the committee the village's. */
export function checkReader(account: Account, caller: Caller): void {
  if (account.memberId === caller.id) return;
  if (account.villageId !== caller.villageId) refuse("not_found");
  if (caller.roles.includes("committee")) return;
  if (!caller.roles.includes("secretary")) refuse("not_permitted");
  if (account.branchId !== caller.branchId) refuse("other_branch");
}

type Passbook = z.input<typeof GetPassbookOutput>;

const sums = (account: Account): Passbook["byRule"] =>
  Object.values(account.byRule)
    .map(({ title, months }) => {
      const { times, gained, lost } = sumOf(Object.values(months));
      return { rule: title, times, points: gained + lost };
    })
    .sort((one, other) => other.points - one.points);

/** Nothing where the sum of the lines is all there is to say. */
function shownResult(rulebook: Rulebook, account: Account, day: LocalDate): Passbook["result"] {
  const { per, base, least, most, bands } = rulebook.scale;
  const plain = base === 0 && least === undefined && most === undefined && bands.length === 0;
  if (plain && per === "year") return undefined;
  const { score, band, vetoedBy, quarters } = resultOf(rulebook, account, day);
  return { score, band, vetoedBy, quarters: per === "quarter" ? [...quarters] : [] };
}

const lineOf = (entry: Entry, reversals: readonly Entry[]): Passbook["entries"][number] => ({
  ...{ id: entry.id, seq: entry.seq, kind: entry.kind, points: entry.points, hash: entry.hash },
  rule: entry.explanation.ruleTitle,
  occurredOn: entry.occurredOn,
  recordedOn: localDate(entry.recordedAt),
  approver: entry.approvers.map(({ name }) => name).join("、"),
  recorder: entry.recorder?.name,
  countsIn: entry.countsOn === entry.occurredOn ? undefined : entry.countsOn.slice(0, 7),
  why: entry.explanation.sentence,
  reversedBy: reversals.find((reversal) => reversal.source.id === entry.id)?.id,
  reverses: entry.kind === "reversal" ? entry.source.id : undefined,
});
