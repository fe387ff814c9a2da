import type { Caller } from "../kernel/operation.ts";
import { Refusal, refuse } from "../kernel/refusal.ts";
import type { Instant } from "../kernel/time.ts";
import type { PictureState } from "../media/mediaCheck.ts";
import { common, type Media, type Story } from "./story.ts";

/** The pictures that WeChat looks at: photos, and of a film the one that stands for it. */
export function picturesOf(media: Media): readonly string[] {
  if (media.kind === "photos") return media.fileIds;
  return media.kind === "video" ? [media.coverId] : [];
}

/** Every file of a story, to be deleted with it. */
export const filesOf = (media: Media): readonly string[] =>
  media.kind === "video" ? [media.fileId, media.coverId] : picturesOf(media);

/**
 * How far a story is that was handed in. "failed": its author has to take a picture out; the committee is
 * told no more than that it is not ready.
 */
export type Stage = "checking" | "failed" | "ready";

/** @param states how the pictures stand, in their order */
export function stageOf(states: readonly PictureState[]): Stage {
  if (states.includes("risky")) return "failed";
  return states.every((state) => state === "pass" || state === "unclear") ? "ready" : "checking";
}

/** Whether a person has to look before it may be public: WeChat checks no films, and is not always sure. */
export const mustBeLookedAt = (media: Media, states: readonly PictureState[]): boolean =>
  media.kind === "video" || states.includes("unclear");

/** @throws Refusal saying why this person may not decide about this story */
export function checkDecider(story: Story, caller: Caller): void {
  if (story.villageId !== caller.villageId || story.status === "draft") refuse("not_found");
  if (!caller.roles.includes("committee")) refuse("not_permitted");
  // Four eyes: nobody publishes what they wrote, or what praises them.
  if (caller.id === story.writer.id || caller.id === story.about.memberId) refuse("same_person");
}

/** Why this member of the committee may not decide; undefined when they may. */
export function hindranceOf(story: Story, caller: Caller): Refusal | undefined {
  try {
    checkDecider(story, caller);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

type Publishing = Readonly<{
  /** The one that was seen. */
  revision: number;
  /** Whether the person says that they have looked at the film, or at what WeChat is not sure of. */
  looked: boolean;
  states: readonly PictureState[];
}>;

/**
 * Published by one of the committee who neither wrote it nor is praised by it. Sent again by the same
 * person it stays as it is.
 */
export function published(
  story: Story,
  { revision, looked, states }: Publishing,
  caller: Caller,
  at: Instant,
): Story {
  checkDecider(story, caller);
  if (story.status === "published" && story.publishedBy.id === caller.id) return story;
  checkOpen(story, revision);
  if (stageOf(states) !== "ready") refuse("photos_unchecked");
  if (mustBeLookedAt(story.media, states) && !looked) refuse("media_unseen");
  const publishedBy = { id: caller.id, name: caller.name };
  return { ...common(story), status: "published", publishedBy, publishedAt: at };
}

export function returned(
  story: Story,
  { revision, reason }: Readonly<{ revision: number; reason: string }>,
  caller: Caller,
  at: Instant,
): Story {
  checkDecider(story, caller);
  if (isReturnedBy(story, caller, reason)) return story;
  checkOpen(story, revision);
  const returnedBy = { id: caller.id, name: caller.name };
  return { ...common(story), status: "returned", returnedBy, returnedAt: at, reason };
}

const isReturnedBy = (story: Story, { id }: Caller, reason: string): boolean =>
  story.status === "returned" && story.returnedBy.id === id && story.reason === reason;

function checkOpen(story: Story, revision: number): void {
  if (story.status !== "handedIn") refuse("story_decided");
  if (story.revision !== revision) refuse("changed_meanwhile");
}
