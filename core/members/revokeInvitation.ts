import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { RevokeInvitationInput, RevokeInvitationOutput } from "./contract.ts";
import { invitations } from "./member.ts";

/** A code that went astray: whoever enters it from now on is told so. */
export const revokeInvitation = operation({
  name: "revokeInvitation",
  who: ["committee"],
  input: RevokeInvitationInput,
  output: RevokeInvitationOutput,
  async run({ caller, input, db }) {
    await db.transact(async (tx) => {
      const invited = (await tx.get(invitations, input.code)) ?? refuse("not_found");
      if (invited.villageId !== caller.villageId) refuse("not_found");
      if (invited.status === "used") refuse("code_used");
      await tx.put(invitations, { ...invited, status: "revoked" });
    });
    return { status: "revoked" as const };
  },
});
