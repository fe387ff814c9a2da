import { type Collection, collection } from "../kernel/database.ts";
import type { Caller, Visitor } from "../kernel/operation.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Instant, LocalDate } from "../kernel/time.ts";
import type { Signature } from "../ledger/entry.ts";

/** 党员微故事, 和美家庭, 乡村能人. */
export const kinds = ["memberStory", "family", "talent"] as const;
export type Kind = (typeof kinds)[number];

export const statuses = ["draft", "handedIn", "published", "returned", "withdrawn"] as const;
export type Status = (typeof statuses)[number];

/** Up to nine photos, or one film of a minute at the most with a picture that stands for it. */
export type Media = Readonly<
  | { kind: "none" }
  | { kind: "photos"; fileIds: readonly string[] }
  | { kind: "video"; fileId: string; coverId: string; seconds: number }
>;

/** What is told; a draft may lack any of it. */
export type Content = Readonly<{
  kind: Kind;
  title: string;
  text: string;
  media: Media;
  /** `memberId` is "" for somebody who is no member; the name is as the writer wrote it then. */
  about: Readonly<{ memberId: string; name: string }>;
  /** Where the person lives: it decides on which grid's page the story stands; "" for nowhere. */
  gridId: string;
  /** How the person agreed, and on which day; both "" until it is said. */
  consent: Readonly<{ how: string; on: LocalDate | "" }>;
  /** The writer has looked that no child and no ill person is to be seen. */
  peopleChecked: boolean;
}>;

type Common = Content &
  Readonly<{
    /** Made on the phone, so that saving twice makes one. */
    id: string;
    villageId: string;
    /** 1 for the first time it was saved; what was seen is sent along, and an old one refused. */
    revision: number;
    writer: Signature;
    /** Who finds it under their own: the writer, and whom it is about once it is handed in. */
    involved: readonly string[];
    savedAt: Instant;
    /** How many people have read it; for the committee alone, and worth nothing. */
    readers: number;
  }>;

/** 微故事. Pictures are checked apart (`mediaChecks`): how far that is, is worked out when it is read. */
export type Story = Common &
  (
    | Readonly<{ status: "draft" }>
    | Readonly<{ status: "handedIn"; handedInAt: Instant }>
    | Readonly<{ status: "published"; publishedBy: Signature; publishedAt: Instant }>
    | Readonly<{ status: "returned"; returnedBy: Signature; returnedAt: Instant; reason: string }>
    | Readonly<{ status: "withdrawn"; withdrawnAs: Part; withdrawnAt: Instant }>
  );

export const stories = collection<Story>("stories");

/** The same, for queries that ask for published ones only. */
export const publishedStories: Collection<Extract<Story, { status: "published" }>> = {
  name: stories.name,
};

/** What somebody has to do with a story. */
export const parts = ["writer", "subject", "committee", "none"] as const;
export type Part = (typeof parts)[number];

export function partOf(story: Story, { id, ...caller }: Caller | Visitor): Part {
  if (id === undefined) return "none";
  if (id === story.writer.id) return "writer";
  if (id === story.about.memberId && story.status !== "draft") return "subject";
  const { villageId, roles } = caller as Caller;
  return villageId === story.villageId && roles.includes("committee") ? "committee" : "none";
}

/**
 * A draft as it was just written, new or anew. Only its writer writes on it, until it is published; one that
 * was handed in comes back to the desk, so that nobody publishes what is being changed.
 * @param revision the one that the writer has seen; 0 for a new story
 * @throws Refusal `not_found` for another's, `story_closed`, `changed_meanwhile`
 */
export function saved(
  before: Story | undefined,
  storyId: string,
  content: Content,
  caller: Caller,
  { revision, at }: Readonly<{ revision: number; at: Instant }>,
): Story {
  if (before && before.writer.id !== caller.id) refuse("not_found");
  if (before?.status === "published" || before?.status === "withdrawn") refuse("story_closed");
  const there = before?.revision ?? 0;
  if (before && there === revision + 1 && sameContent(before, content)) return before;
  if (there !== revision) refuse("changed_meanwhile");
  return {
    ...contentOf(content),
    ...{ id: storyId, villageId: caller.villageId, revision: revision + 1 },
    writer: { id: caller.id, name: caller.name },
    ...{ involved: [caller.id], savedAt: at, readers: 0, status: "draft" },
  };
}

/** Given to the committee, complete. Once more, it stays as it is: its pictures are sent again. */
export function handedIn(
  story: Story,
  revision: number,
  caller: Caller,
  { at, today }: Readonly<{ at: Instant; today: LocalDate }>,
): Story {
  if (story.writer.id !== caller.id) refuse("not_found");
  if (story.status === "published" || story.status === "withdrawn") refuse("story_closed");
  if (story.revision !== revision) refuse("changed_meanwhile");
  checkComplete(story, today);
  if (story.status === "handedIn") return story;
  const { memberId } = story.about;
  return {
    ...common(story),
    involved: [...new Set([story.writer.id, ...(memberId === "" ? [] : [memberId])])],
    ...{ status: "handedIn", handedInAt: at },
  };
}

/** Without the person's consent there is no story, and children and the ill are not shown. */
function checkComplete(
  { title, text, about, consent, media, peopleChecked }: Content,
  today: LocalDate,
): void {
  if (title === "") refuse("title_missing");
  if (text === "") refuse("text_missing");
  if (about.name === "") refuse("story_person_missing");
  if (consent.how === "" || consent.on === "") refuse("story_consent_missing");
  if (consent.on > today) refuse("date_in_future");
  if (media.kind !== "none" && !peopleChecked) refuse("story_people_unchecked");
}

/**
 * It goes from the public the same moment, for good: what stays for the committee's records is that there
 * was one, of what kind, who wrote it, and who took it back in which part; no title, text, name or picture.
 * @throws Refusal `not_found` for whoever has nothing to do with it
 */
export function withdrawn(story: Story, caller: Caller, at: Instant): Story {
  const part = partOf(story, caller);
  const mine = part === "writer" || part === "subject";
  if (!mine && !(part === "committee" && story.status !== "draft")) refuse("not_found");
  if (story.status === "withdrawn") return story;
  return {
    ...common(story),
    ...{ title: "", text: "", media: { kind: "none" }, gridId: "" },
    about: { memberId: story.about.memberId, name: "" },
    consent: { how: "", on: "" },
    ...{ status: "withdrawn", withdrawnAs: part, withdrawnAt: at },
  };
}

/** Everything but what belongs to a status. */
export const common = (story: Story): Common => ({
  ...contentOf(story),
  ...{ id: story.id, villageId: story.villageId, revision: story.revision, writer: story.writer },
  ...{ involved: story.involved, savedAt: story.savedAt, readers: story.readers },
});

/** The content and nothing else, in its order. */
const contentOf = (story: Content): Content => ({
  ...{ kind: story.kind, title: story.title, text: story.text, media: story.media },
  about: { memberId: story.about.memberId, name: story.about.name },
  gridId: story.gridId,
  consent: { how: story.consent.how, on: story.consent.on },
  peopleChecked: story.peopleChecked,
});

const sameContent = (one: Content, other: Content): boolean =>
  JSON.stringify(contentOf(one)) === JSON.stringify(contentOf(other));
