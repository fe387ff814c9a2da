import type * as z from "zod";
import { grids } from "../grids/grid.ts";
import type { Database } from "../kernel/database.ts";
import type { Caller } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import { members } from "../members/member.ts";
import { SaveStoryInput, SaveStoryOutput } from "./contract.ts";
import { filesOf } from "./decide.ts";
import { type Content, type Media, saved, stories } from "./story.ts";

/** A member keeps what they have written so far. Only they see it. */
export const saveStory = operation({
  name: "saveStory",
  who: ["member"],
  input: SaveStoryInput,
  output: SaveStoryOutput,
  async run({ caller, input: { storyId, revision, ...sent }, at, db }) {
    checkFiles(storyId, sent.media);
    const content: Content = { ...sent, ...(await subjectOf(db, sent.about, caller)) };
    const { revision: now } = await db.transact(async (tx) => {
      const before = await tx.get(stories, storyId);
      const story = saved(before, storyId, content, caller, { revision, at });
      if (story !== before) await tx.put(stories, story);
      return story;
    });
    return { revision: now };
  },
});

/**
 * The phone uploads under the story's own id, which nobody else knows before it is published: a file of
 * another story cannot be slipped in.
 */
function checkFiles(storyId: string, media: Media): void {
  const own = `/stories/${storyId}/`;
  if (!filesOf(media).every((fileId) => fileId.includes(own))) refuse("invalid_input");
}

type About = z.output<typeof SaveStoryInput>["about"];

/** Whom it is about: a member's name and grid come from the register, never from the phone. */
async function subjectOf(
  db: Database,
  about: About,
  { villageId }: Caller,
): Promise<Pick<Content, "about" | "gridId">> {
  if (about.kind === "member") {
    const member = await db.get(members, about.memberId);
    if (member?.villageId !== villageId) refuse("not_found");
    return { about: { memberId: member.id, name: member.name }, gridId: member.gridId };
  }
  const { name, gridId } = about;
  if (gridId !== "" && (await db.get(grids, gridId))?.villageId !== villageId) refuse("not_found");
  return { about: { memberId: "", name }, gridId };
}
