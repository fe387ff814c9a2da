import type * as z from "zod";
import type { Caller, Visitor } from "../kernel/operation.ts";
import { operation } from "../kernel/operation.ts";
import { refuse, sentences } from "../kernel/refusal.ts";
import { type Instant, localDate } from "../kernel/time.ts";
import { checksOf, type MediaCheck, type PictureState, pictureState } from "../media/mediaCheck.ts";
import { GetStoryInput, GetStoryOutput } from "./contract.ts";
import { filesOf, hindranceOf, mustBeLookedAt, picturesOf, stageOf } from "./decide.ts";
import { countReader } from "./readers.ts";
import { type Part, partOf, type Story, stories } from "./story.ts";

type Shown = z.input<typeof GetStoryOutput>;
type Inside = NonNullable<Shown["inside"]>;

/**
 * One story: a published one for everybody; before that for its writer, the committee once it is handed in,
 * and whom it is about.
 */
export const getStory = operation({
  name: "getStory",
  who: "anyone",
  input: GetStoryInput,
  output: GetStoryOutput,
  async run({ caller, input: { storyId }, at, db, files }) {
    const story = (await db.get(stories, storyId)) ?? refuse("not_found");
    const isPublic = story.status === "published";
    const part = partOf(story, caller);
    const may = isPublic || part === "writer" || (part !== "none" && story.status !== "draft");
    if (!may) refuse("not_found");
    const [checks] = await Promise.all([
      isPublic && part !== "writer" ? [] : checksOf(db, [storyId]),
      isPublic ? countReader(db, storyId, caller.openid) : undefined,
    ]);
    const shown = filesOf(story.media).filter((fileId) => maySee(story, part, fileId, checks, at));
    const addresses = await files.addresses(shown);
    const addressOf = (fileId: string): string => addresses[shown.indexOf(fileId)] ?? "";
    const { id, kind, title, text, status } = story;
    return {
      ...{ id, kind, title, text, status, part, name: story.about.name },
      publishedOn: isPublic ? localDate(story.publishedAt) : undefined,
      ...mediaOf(story, addressOf),
      may: {
        edit: part === "writer" && ["draft", "returned", "handedIn"].includes(status),
        withdraw: part !== "none" && status !== "withdrawn",
        decide: mayDecide(story, caller),
      },
      inside:
        part === "writer" || part === "committee"
          ? insideOf(story, part, { checks, at, addressOf, caller })
          : undefined,
    };
  },
});

/**
 * Before WeChat has looked, nobody but the writer sees a picture; where it is unsure, the committee looks.
 * A film is checked by nobody but the committee, who watch it.
 */
function maySee(
  story: Story,
  part: Part,
  fileId: string,
  checks: readonly MediaCheck[],
  at: Instant,
): boolean {
  if (story.status === "published" || part === "writer") return true;
  if (!picturesOf(story.media).includes(fileId)) return part === "committee";
  const state = pictureState(checks, fileId, at);
  return state === "pass" || (state === "unclear" && part === "committee");
}

function mediaOf(
  { media }: Story,
  addressOf: (fileId: string) => string,
): Pick<Shown, "photos" | "video"> {
  if (media.kind === "video") {
    const { fileId, coverId, seconds } = media;
    return {
      photos: [],
      video: { address: addressOf(fileId), cover: addressOf(coverId), seconds },
    };
  }
  return { photos: picturesOf(media).map(addressOf).filter(Boolean) };
}

const mayDecide = (story: Story, caller: Caller | Visitor): boolean =>
  story.status === "handedIn" && caller.id !== undefined && !hindranceOf(story, caller);

type Looking = Readonly<{
  checks: readonly MediaCheck[];
  at: Instant;
  addressOf: (fileId: string) => string;
  caller: Caller | Visitor;
}>;

function insideOf(
  story: Story,
  part: "writer" | "committee",
  { checks, at, addressOf, caller }: Looking,
): Inside {
  const pictures = picturesOf(story.media);
  // What was published had passed, however long ago.
  const stateOf = (fileId: string): PictureState =>
    story.status === "published" ? "pass" : pictureState(checks, fileId, at);
  const states = pictures.map(stateOf);
  const stage = stageOf(states);
  const isWriter = part === "writer";
  const hindrance = caller.id === undefined ? undefined : hindranceOf(story, caller);
  const inCommittee = caller.id !== undefined && caller.roles.includes("committee");
  return {
    ...{ revision: story.revision, writer: story.writer.name, gridId: story.gridId },
    ...{ memberId: story.about.memberId, consent: story.consent },
    peopleChecked: story.peopleChecked,
    reason: story.status === "returned" ? story.reason : undefined,
    stage: stage === "failed" && !isWriter ? "checking" : stage,
    hidden: isWriter ? 0 : pictures.filter((fileId) => addressOf(fileId) === "").length,
    lookAt: mustBeLookedAt(story.media, states),
    hindrance:
      inCommittee && story.status === "handedIn" && hindrance
        ? sentences[hindrance.code]
        : undefined,
    readers: inCommittee && story.status === "published" ? story.readers : undefined,
    withdrawnAs: story.status === "withdrawn" ? story.withdrawnAs : undefined,
    files: isWriter
      ? filesOf(story.media).map((fileId) => ({
          fileId,
          address: addressOf(fileId),
          state: pictures.includes(fileId) ? stateOf(fileId) : ("film" as const),
        }))
      : [],
  };
}
