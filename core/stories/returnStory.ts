import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { ReturnStoryInput, ReturnStoryOutput } from "./contract.ts";
import { returned } from "./decide.ts";
import { stories } from "./story.ts";
import { tellWriter } from "./tellWriter.ts";

/** The committee gives it back, with a reason that the writer reads. */
export const returnStory = operation({
  name: "returnStory",
  who: ["committee"],
  input: ReturnStoryInput,
  output: ReturnStoryOutput,
  async run({ caller, input: { storyId, ...decision }, at, db, notices }) {
    const [story, isNew] = await db.transact(async (tx) => {
      const before = (await tx.get(stories, storyId)) ?? refuse("not_found");
      const after = returned(before, decision, caller, at);
      if (after !== before) await tx.put(stories, after);
      return [after, after !== before] as const;
    });
    if (isNew) await tellWriter({ db, notices }, story, "已退回", at);
    return { status: "returned" as const };
  },
});
