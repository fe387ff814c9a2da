import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { AllowNoticesInput, AllowNoticesOutput } from "./contract.ts";
import { members } from "./member.ts";

/** One tap in WeChat's window allows one message of each kind ticked; the sum is what we may send. */
export const allowNotices = operation({
  name: "allowNotices",
  who: ["member"],
  input: AllowNoticesInput,
  output: AllowNoticesOutput,
  async run({ caller, input, db }) {
    const kinds = [...new Set(input.kinds)];
    await Promise.all(
      kinds.map((kind) =>
        db.increase(members, { where: { id: caller.id }, field: `allowed.${kind}`, by: 1 }),
      ),
    );
    const member = (await db.get(members, caller.id)) ?? refuse("not_found");
    return { allowed: member.allowed };
  },
});
