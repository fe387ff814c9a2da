import { idOf } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { AdoptRulebookInput, AdoptRulebookOutput } from "./contract.ts";
import { rulebooks } from "./rulebook.ts";

/** A new version holds from its day on; the versions before it keep scoring the days before. */
export const adoptRulebook = operation({
  name: "adoptRulebook",
  who: ["committee"],
  input: AdoptRulebookInput,
  output: AdoptRulebookOutput,
  async run({ caller: { villageId }, input, db }) {
    const [latest] = await db.find(rulebooks, {
      where: { villageId },
      orderBy: [["version", "desc"]],
      limit: 1,
    });
    if (latest && input.effectiveFrom <= latest.effectiveFrom) refuse("rulebook_not_later");
    const version = (latest?.version ?? 0) + 1;
    const id = idOf.rulebook(villageId, version);
    await db.transact(async (tx) => {
      if (await tx.get(rulebooks, id)) refuse("busy"); // another committee member was quicker
      await tx.insert(rulebooks, { id, villageId, version, ...input });
    });
    return { version };
  },
});
