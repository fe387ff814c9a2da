import { type Content, handedIn, type Story, saved } from "../../../core/stories/story.ts";
import { member, noon } from "../support.ts";

/** Stories as their rules see them; everybody here is invented. */

export const today = "2026-05-20";
export const now = { at: noon, today };

export const content = (changes: Partial<Content> = {}): Content => ({
  ...{ kind: "memberStory", title: "河边的早晨", text: "他每天去扫河边。", gridId: "v-g1" },
  media: { kind: "none" },
  about: { memberId: "subject", name: "某某" },
  consent: { how: "当面说好的", on: today },
  peopleChecked: true,
  ...changes,
});

export const draft = (changes: Partial<Content> = {}): Story =>
  saved(undefined, "s1", content(changes), member, { revision: 0, at: noon });

export const waiting = (changes: Partial<Content> = {}): Story =>
  handedIn(draft(changes), 1, member, now);
