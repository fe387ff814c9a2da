import { operation, roles } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { AppointInput, AppointOutput } from "./contract.ts";
import { members } from "./member.ts";

/** Who is secretary, grid staff or committee; everybody stays a member. */
export const appoint = operation({
  name: "appoint",
  who: ["committee"],
  input: AppointInput,
  output: AppointOutput,
  async run({ caller, input, db }) {
    const appointed = roles.filter((role) => role === "member" || input.roles.includes(role));
    await db.transact(async (tx) => {
      const member = (await tx.get(members, input.memberId)) ?? refuse("not_found");
      if (member.villageId !== caller.villageId) refuse("not_found");
      await tx.put(members, { ...member, roles: appointed });
    });
    return { roles: appointed };
  },
});
