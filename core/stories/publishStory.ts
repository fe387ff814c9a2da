import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { checksOf, pictureState } from "../media/mediaCheck.ts";
import { PublishStoryInput, PublishStoryOutput } from "./contract.ts";
import { picturesOf, published } from "./decide.ts";
import { stories } from "./story.ts";
import { tellWriter } from "./tellWriter.ts";

/** Another one of the committee puts it before everybody. */
export const publishStory = operation({
  name: "publishStory",
  who: ["committee"],
  input: PublishStoryInput,
  output: PublishStoryOutput,
  async run({ caller, input: { storyId, revision, looked }, at, db, notices }) {
    const checks = await checksOf(db, [storyId]); // read before: nothing is searched for inside
    const [story, isNew] = await db.transact(async (tx) => {
      const before = (await tx.get(stories, storyId)) ?? refuse("not_found");
      const states = picturesOf(before.media).map((fileId) => pictureState(checks, fileId, at));
      const after = published(before, { revision, looked, states }, caller, at);
      if (after !== before) await tx.put(stories, after);
      return [after, after !== before] as const;
    });
    if (isNew) await tellWriter({ db, notices }, story, "已发布", at);
    return { status: "published" as const };
  },
});
