import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { askChecks } from "../media/askChecks.ts";
import { tellCommittee } from "../members/tellCommittee.ts";
import { HandInStoryInput, HandInStoryOutput } from "./contract.ts";
import { picturesOf } from "./decide.ts";
import { handedIn, stories } from "./story.ts";

/**
 * The writer gives it to the committee: its text is checked at once, its pictures by and by. Handed in
 * again, as after a lost signal or when WeChat could not be asked, the pictures not yet looked at are sent
 * again and nothing else happens.
 */
export const handInStory = operation({
  name: "handInStory",
  who: ["member"],
  input: HandInStoryInput,
  output: HandInStoryOutput,
  async run({ caller, input: { storyId, revision }, at, db, contentCheck, files, notices }) {
    const now = { at, today: localDate(at) };
    const seen = (await db.get(stories, storyId)) ?? refuse("not_found");
    const complete = handedIn(seen, revision, caller, now);
    const texts = [complete.title, complete.text, complete.about.name, complete.consent.how];
    if ((await contentCheck.text(caller.openid, texts.join("\n"))) === "risky") {
      refuse("text_refused");
    }
    const [story, isNew] = await db.transact(async (tx) => {
      const before = (await tx.get(stories, storyId)) ?? refuse("not_found");
      const after = handedIn(before, revision, caller, now);
      if (after !== before) await tx.put(stories, after);
      return [after, after !== before] as const;
    });
    const pictures = { of: storyId, fileIds: picturesOf(story.media) };
    await askChecks({ db, files, contentCheck }, pictures, caller.openid, at);
    if (isNew) {
      const concerned = [caller.id, story.about.memberId]; // neither may publish it
      await tellCommittee({ db, notices }, story.villageId, concerned, {
        kind: "toReview",
        page: `packages/stories/story/index?storyId=${storyId}`,
        title: "收到一篇微故事",
        status: "待审核",
        at,
      });
    }
    return { status: "handedIn" as const };
  },
});
