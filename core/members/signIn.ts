import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { SignInInput, SignInOutput } from "./contract.ts";
import { meOf } from "./getMe.ts";
import { identities, invitations, members } from "./member.ts";

/**
 * Binds the WeChat of whoever calls to the member whom the code was made for: one code once, one
 * WeChat to one member. Sent again by the same person after a lost reply, it answers as before.
 */
export const signIn = operation({
  name: "signIn",
  who: "anyone",
  input: SignInInput,
  output: SignInOutput,
  async run({ caller: { openid }, input, at, db }) {
    if (openid === "") refuse("not_permitted"); // somebody whom WeChat does not vouch for
    const member = await db.transact(async (tx) => {
      const invited = (await tx.get(invitations, input.code)) ?? refuse("code_unknown");
      const identity = await tx.get(identities, openid);
      const found = (await tx.get(members, invited.memberId)) ?? refuse("code_unknown");
      if (invited.status === "revoked") refuse("code_revoked");
      if (invited.status === "used") {
        if (found.openid === openid) return found;
        refuse("code_used");
      }
      if (identity) refuse("already_signed_in");
      if (found.openid !== "") refuse("already_bound");
      const bound = { ...found, openid };
      await tx.insert(identities, { id: openid, memberId: found.id, boundAt: at });
      await tx.put(invitations, { ...invited, status: "used" });
      await tx.put(members, bound);
      return bound;
    });
    return meOf(db, member);
  },
});
