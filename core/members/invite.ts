import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { InviteInput, InviteOutput } from "./contract.ts";
import { invitation, invitations, members } from "./member.ts";

/** A code for a member who has not signed in on any phone yet. */
export const invite = operation({
  name: "invite",
  who: ["committee"],
  input: InviteInput,
  output: InviteOutput,
  async run({ caller, input, at, db, codes }) {
    const code = codes.invitation();
    await db.transact(async (tx) => {
      const member = (await tx.get(members, input.memberId)) ?? refuse("not_found");
      if (member.villageId !== caller.villageId) refuse("not_found");
      if (member.openid !== "") refuse("already_bound");
      await tx.insert(invitations, invitation(code, member, caller.id, localDate(at)));
    });
    return { code };
  },
});
