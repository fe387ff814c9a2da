import type { Database } from "../kernel/database.ts";
import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts } from "./account.ts";
import { verify } from "./chain.ts";
import { VerifyAccountInput, VerifyAccountOutput } from "./contract.ts";
import { type Entry, entries } from "./entry.ts";

/** Anyone may have an account recomputed from its first line: the answer tells no points. */
export const verifyAccount = operation({
  name: "verifyAccount",
  who: "anyone",
  input: VerifyAccountInput,
  output: VerifyAccountOutput,
  async run({ input, db }) {
    const accountId = idOf.account(input.memberId, input.year);
    const account = (await db.get(accounts, accountId)) ?? refuse("not_found");
    const lines = await allLines(db, accountId);
    return { ...verify(account, lines), entries: lines.length, head: account.head };
  },
});

/** What CloudBase sends at once. */
const batch = 1000;

async function allLines(db: Database, accountId: string): Promise<Entry[]> {
  const lines: Entry[] = [];
  for (;;) {
    const more = await db.find(entries, {
      where: { accountId },
      orderBy: [["seq", "asc"]],
      skip: lines.length,
      limit: batch,
    });
    lines.push(...more);
    if (more.length < batch) return lines;
  }
}
