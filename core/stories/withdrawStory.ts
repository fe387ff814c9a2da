import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { WithdrawStoryInput, WithdrawStoryOutput } from "./contract.ts";
import { filesOf } from "./decide.ts";
import { stories, withdrawn } from "./story.ts";

/**
 * Consent is taken back: by the person, or on their behalf by the writer or the committee. The story goes
 * the same moment and its files are deleted; an address that was handed out before ends with its file, and
 * with its hour where the file could not be deleted.
 */
export const withdrawStory = operation({
  name: "withdrawStory",
  who: ["member"],
  input: WithdrawStoryInput,
  output: WithdrawStoryOutput,
  async run({ caller, input: { storyId }, at, db, files }) {
    const media = await db.transact(async (tx) => {
      const before = (await tx.get(stories, storyId)) ?? refuse("not_found");
      const after = withdrawn(before, caller, at);
      if (after !== before) await tx.put(stories, after);
      return before.media;
    });
    await files.remove(filesOf(media));
    return { status: "withdrawn" as const };
  },
});
