import type * as z from "zod";
import type { Caller } from "../kernel/operation.ts";
import { type Instant, localDate } from "../kernel/time.ts";
import { type MediaCheck, pictureState } from "../media/mediaCheck.ts";
import type { ListMyStoriesOutput } from "./contract.ts";
import { picturesOf, stageOf } from "./decide.ts";
import { partOf, type Story } from "./story.ts";

/** A story as one line of a list for those whom it concerns. */
export function ownRow(
  story: Story,
  caller: Caller,
  checks: readonly MediaCheck[],
  at: Instant,
): z.input<typeof ListMyStoriesOutput>["rows"][number] {
  const part = partOf(story, caller);
  const isWriter = part === "writer";
  const isHandedIn = story.status === "handedIn";
  const states = picturesOf(story.media).map((fileId) => pictureState(checks, fileId, at));
  const stage = isHandedIn ? stageOf(states) : "ready";
  return {
    ...{ id: story.id, kind: story.kind, title: story.title, name: story.about.name, part },
    ...{ writer: story.writer.name, status: story.status },
    stage: stage === "failed" && !isWriter ? "checking" : stage,
    unasked: isWriter && isHandedIn && states.includes("unasked"),
    reason: isWriter && story.status === "returned" ? story.reason : undefined,
    savedOn: localDate(story.savedAt),
  };
}
