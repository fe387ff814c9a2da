import { branches } from "../branches/branch.ts";
import { grids } from "../grids/grid.ts";
import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { type LocalDate, localDate, monthDays } from "../kernel/time.ts";
import { accounts } from "../ledger/account.ts";
import { expectationsOf, type Met } from "../rulebook/expectations.ts";
import { rulebookOn } from "../rulebook/rulebook.ts";
import type { Scheme } from "../rulebook/scheme.ts";
import { villageById } from "../villages/village.ts";
import { GetMemberInput, GetMemberOutput } from "./contract.ts";
import { type Member, members } from "./member.ts";

/** One member whole, for the committee: what it decides about them, and what their class is expected to do. */
export const getMember = operation({
  name: "getMember",
  who: ["committee"],
  input: GetMemberInput,
  output: GetMemberOutput,
  async run({ caller, input: { memberId }, at, db }) {
    const member = (await db.get(members, memberId)) ?? refuse("not_found");
    if (member.villageId !== caller.villageId) refuse("not_found");
    const today = localDate(at);
    const [village, rulebook, branch, grid] = await Promise.all([
      villageById(db, member.villageId),
      rulebookOn(db, member.villageId, today),
      db.get(branches, member.branchId),
      db.get(grids, member.gridId),
    ]);
    const year = village.openYear;
    const account = await db.get(accounts, idOf.account(memberId, year));
    const { ordinal, name, hamlet, classId } = member;
    return {
      ...{ memberId, ordinal, name, hamlet, classId, year, today },
      branch: branch?.name ?? "",
      grid: grid?.name ?? "",
      roles: [...member.roles],
      signedIn: member.openid !== "",
      own: memberId === caller.id,
      classes: rulebook.classes,
      kinds: kindsOf(rulebook),
      exemptions: exemptionsOf(member, rulebook, today),
      expectations: account
        ? expectationsOf(rulebook, account).map((met) => expected(met, year, rulebook, today))
        : [],
    };
  },
});

/** What the rulebook can excuse, and from what. */
const kindsOf = ({ exemptions, categories }: Scheme) =>
  exemptions.map(({ id, title, appraised, categories: of }) => ({
    ...{ id, title, appraised },
    categories: of.map((one) => categories.find((category) => category.id === one)?.title ?? ""),
  }));

/** A kind that the rulebook has no more keeps its id for a name: it excuses from nothing. */
const exemptionsOf = (member: Member, { exemptions }: Scheme, today: LocalDate) =>
  member.exemptions.map(({ id, from, until }) => ({
    ...{ exemptionId: id, from, until, over: until < today },
    title: exemptions.find((one) => one.id === id)?.title ?? id,
  }));

/** One expectation in one period, and whether that period is over. */
function expected(
  { title, months, times, points, met }: Met,
  year: number,
  { yearStart }: Scheme,
  today: LocalDate,
) {
  const days = months.map((month) => monthDays(year, month, yearStart));
  const from = days.map(([first]) => first).sort()[0] ?? "";
  const until =
    days
      .map(([, last]) => last)
      .sort()
      .at(-1) ?? "";
  const ahead = today < from;
  return { title, months: [...months], times, points, met, ahead, over: until < today };
}
