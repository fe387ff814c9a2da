import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { accounts } from "../ledger/account.ts";
import { entries } from "../ledger/entry.ts";
import { checkReader } from "../passbook/getPassbook.ts";
import { submissions } from "../submissions/submission.ts";
import { villageById } from "../villages/village.ts";
import { GetStoryFactsInput, GetStoryFactsOutput } from "./contract.ts";
import { factsOf } from "./facts.ts";

/** More lines than a year has, and what CloudBase sends at once. */
const linesMost = 1000;
const honoursMost = 100;

/** A story's beginning out of the ledger, for those who may read that passbook. */
export const getStoryFacts = operation({
  name: "getStoryFacts",
  who: ["member"],
  input: GetStoryFactsInput,
  output: GetStoryFactsOutput,
  async run({ caller, input: { memberId, ...asked }, db }) {
    const { openYear, years } = await villageById(db, caller.villageId);
    const year = asked.year ?? openYear;
    const accountId = idOf.account(memberId, year);
    const [account, lines, honours] = await Promise.all([
      db.get(accounts, accountId),
      db.find(entries, { where: { accountId }, orderBy: [["seq", "desc"]], limit: linesMost }),
      db.find(submissions, {
        where: { memberId, honouredOn: { above: "" } },
        limit: honoursMost,
      }),
    ]);
    if (!account) refuse("not_found");
    checkReader(account, caller);
    return {
      ...{ year, years: [...years] },
      name: account.memberName,
      facts: factsOf(
        lines,
        honours.map(({ id, honour }) => ({ submissionId: id, title: honour?.title ?? "" })),
      ),
    };
  },
});
