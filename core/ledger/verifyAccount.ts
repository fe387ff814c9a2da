import { findAll } from "../kernel/findAll.ts";
import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts } from "./account.ts";
import { verify } from "./chain.ts";
import { VerifyAccountInput, VerifyAccountOutput } from "./contract.ts";
import { entries } from "./entry.ts";

/** Anyone may have an account recomputed from its first line: the answer tells no points. */
export const verifyAccount = operation({
  name: "verifyAccount",
  who: "anyone",
  input: VerifyAccountInput,
  output: VerifyAccountOutput,
  async run({ input, db }) {
    const accountId = idOf.account(input.memberId, input.year);
    const account = (await db.get(accounts, accountId)) ?? refuse("not_found");
    const lines = await findAll(db, entries, {
      where: { accountId },
      orderBy: [["seq", "asc"]],
    });
    return { ...verify(account, lines), entries: lines.length, head: account.head };
  },
});
