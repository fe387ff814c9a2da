import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { TransferMemberInput, TransferMemberOutput } from "./contract.ts";
import { identities, invitation, invitations, members } from "./member.ts";

/**
 * A new phone, or a new WeChat: the old one is let go at once and can do nothing more in the member's
 * name; the code binds the next.
 */
export const transferMember = operation({
  name: "transferMember",
  who: ["committee"],
  input: TransferMemberInput,
  output: TransferMemberOutput,
  async run({ caller, input, at, db, codes }) {
    const code = codes.invitation();
    await db.transact(async (tx) => {
      const member = (await tx.get(members, input.memberId)) ?? refuse("not_found");
      if (member.villageId !== caller.villageId) refuse("not_found");
      if (member.openid !== "") await tx.remove(identities, member.openid);
      await tx.put(members, { ...member, openid: "" });
      await tx.insert(invitations, invitation(code, member, caller.id, localDate(at)));
    });
    return { code };
  },
});
