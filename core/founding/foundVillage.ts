import { branches } from "../branches/branch.ts";
import { grids } from "../grids/grid.ts";
import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { firstDayOf, localDate } from "../kernel/time.ts";
import { accounts, openAccount } from "../ledger/account.ts";
import { newMember } from "../members/enrolMember.ts";
import { invitation, invitations, members } from "../members/member.ts";
import { profileA } from "../rulebook/profileA.ts";
import { rulebooks, termsOf } from "../rulebook/rulebook.ts";
import { defaultSettings, villages } from "../villages/village.ts";
import { FoundVillageInput, FoundVillageOutput } from "./contract.ts";

/**
 * The operator sets up a village: its first branch and grid, its rulebook (profile A unless another is given), and the first
 * committee member, who gets an invitation code and does everything else from the phone.
 */
export const foundVillage = operation({
  name: "foundVillage",
  who: "operator",
  input: FoundVillageInput,
  output: FoundVillageOutput,
  async run({ input, at, db, codes }) {
    const { villageId, name, town, openYear } = input;
    const branch = { id: idOf.branch(villageId, input.branch.ordinal), villageId, ...input.branch };
    const grid = { id: idOf.grid(villageId, input.grid.ordinal), villageId, ...input.grid };
    if (!grid.hamlets.includes(input.founder.hamlet)) refuse("unknown_hamlet");
    const founder = newMember(villageId, { ...input.founder, branchId: branch.id }, grid.id, [
      "member",
      "committee",
    ]);
    const rulebook = input.rulebook ?? { ...profileA, title: `${name}${profileA.title}` };
    const code = codes.invitation();
    await db.transact(async (tx) => {
      if (await tx.get(villages, villageId)) refuse("already_exists");
      const years = [openYear];
      const settings = defaultSettings;
      const { yearStart } = rulebook;
      const village = { id: villageId, name, town, openYear, years, yearStart, settings };
      await tx.insert(villages, village);
      await tx.insert(branches, branch);
      await tx.insert(grids, grid);
      await tx.insert(rulebooks, {
        id: idOf.rulebook(villageId, 1),
        villageId,
        version: 1,
        effectiveFrom: firstDayOf(openYear, rulebook.yearStart),
        ...rulebook,
      });
      await tx.insert(members, founder);
      await tx.insert(accounts, openAccount(founder, openYear, termsOf(rulebook)));
      await tx.insert(invitations, invitation(code, founder, founder.id, localDate(at)));
    });
    return { villageId, memberId: founder.id, code };
  },
});
