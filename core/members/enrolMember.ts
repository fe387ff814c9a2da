import { branches } from "../branches/branch.ts";
import { gridsOf, gridWithHamlet } from "../grids/grid.ts";
import { idOf } from "../kernel/ids.ts";
import { operation, type Role } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts, closedThroughOf, openAccount } from "../ledger/account.ts";
import { termsOfYear } from "../rulebook/rulebook.ts";
import { villageById } from "../villages/village.ts";
import { EnrolMemberInput, EnrolMemberOutput } from "./contract.ts";
import { type Member, members } from "./member.ts";

/** A member gets a booklet: a place in a branch, a grid by hamlet, and an account of the open year. */
export const enrolMember = operation({
  name: "enrolMember",
  who: ["committee"],
  input: EnrolMemberInput,
  output: EnrolMemberOutput,
  async run({ caller: { villageId }, input, db }) {
    const [village, grids, branch] = await Promise.all([
      villageById(db, villageId),
      gridsOf(db, villageId),
      db.get(branches, input.branchId),
    ]);
    if (branch?.villageId !== villageId) refuse("not_found");
    const year = village.openYear;
    const [terms, closedThrough] = await Promise.all([
      termsOfYear(db, village, year),
      closedThroughOf(db, villageId, year),
    ]);
    const grid = gridWithHamlet(grids, input.hamlet) ?? refuse("unknown_hamlet");
    const member = newMember(villageId, input, grid.id, ["member"]);
    await db.transact(async (tx) => {
      if (await tx.get(members, member.id)) refuse("already_exists");
      await tx.insert(members, member);
      await tx.insert(accounts, openAccount(member, year, terms, closedThrough));
    });
    return { memberId: member.id };
  },
});

type Enrolment = Readonly<{ ordinal: number; name: string; branchId: string; hamlet: string }>;

/** Not yet signed in on any phone. */
export const newMember = (
  villageId: string,
  { ordinal, name, branchId, hamlet }: Enrolment,
  gridId: string,
  roles: readonly Role[],
): Member => ({
  id: idOf.member(villageId, ordinal),
  villageId,
  ordinal,
  name,
  branchId,
  hamlet,
  gridId,
  roles,
  classId: "",
  exemptions: [],
  openid: "",
  allowed: { toReview: 0, decided: 0 },
});
