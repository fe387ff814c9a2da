import type { Database } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import type { Notices } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { entries } from "../ledger/entry.ts";
import { recordReversal } from "../ledger/record.ts";
import { tell } from "../members/tell.ts";
import { AnswerObjectionInput, AnswerObjectionOutput } from "./contract.ts";
import { linesConcerned } from "./lines.ts";
import { answered, type Objection, objections } from "./objection.ts";

/**
 * The committee upholds an objection, and the lines it names are undone in the same transaction; or it
 * rejects it. Either way the objector reads why.
 */
export const answerObjection = operation({
  name: "answerObjection",
  who: ["committee"],
  input: AnswerObjectionInput,
  output: AnswerObjectionOutput,
  async run({ caller, input, at, db, contentCheck, notices }) {
    const asked = (await db.get(objections, input.objectionId)) ?? refuse("not_found");
    const { lines } = await linesConcerned(db, asked);
    const { outcome, answer } = input;
    const reverse = outcome === "upheld" ? [...new Set(input.reverse)] : [];
    const decide = (objection: Objection) =>
      answered(objection, { outcome, answer, reverse }, caller, lines, at);
    decide(asked); // refuses before the text is sent to be checked
    if ((await contentCheck.text(caller.openid, answer)) === "risky") refuse("text_refused");
    const decided = await db.transact(async (tx) => {
      const decision = decide((await tx.get(objections, asked.id)) ?? refuse("not_found"));
      const { answeredBy: by } = decision;
      for (const entryId of reverse) {
        const entry = (await tx.get(entries, entryId)) ?? refuse("not_found");
        await recordReversal(tx, entry, { by, reason: `异议成立，${answer}`, at });
      }
      await tx.put(objections, decision);
      return decision;
    });
    await tellObjector({ db, notices }, decided);
    return { outcome };
  },
});

/** A villager without account has allowed no notices; the answer waits under 我的异议. */
async function tellObjector(
  ports: Readonly<{ db: Database; notices: Notices }>,
  { objectorId, answeredAt }: ReturnType<typeof answered>,
): Promise<void> {
  if (objectorId === "") return;
  await tell(
    ports,
    { id: objectorId },
    {
      kind: "decided",
      page: "packages/publications/my-objections/index",
      title: "您提的异议有了答复",
      status: "已答复",
      at: answeredAt,
    },
  );
}
