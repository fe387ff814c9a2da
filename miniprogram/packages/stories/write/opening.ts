import type { Api } from "../../../../core/api.ts";
import { call, Refused } from "../../../services/call";
import { type Draft, draftStore, type File, newDraft } from "../drafts";

/** The page's address: nothing, `?storyId=…` to write on, or `?name=…` of somebody nominated. */
export type Query = Readonly<{ storyId?: string; name?: string }>;

type Story = Api["getStory"]["output"];

/** Who writes, and what is written on. */
export type Opened = Readonly<{ me: string; draft: Draft; restored: boolean }>;

/**
 * What is on this phone goes before what the village has, unless that was changed since.
 * @throws Refused when neither can be had
 */
export async function openDraft(
  { storyId = "", name = "" }: Query,
  today: string,
): Promise<Opened> {
  if (storyId === "") {
    const me = await myId();
    const unfinished = name === "" ? draftStore.unfinished() : undefined;
    const draft = unfinished ?? newDraft(today, decodeURIComponent(name));
    return { me, draft, restored: unfinished !== undefined };
  }
  const kept = draftStore.get(storyId);
  const [me, story] = await Promise.all([myId(), storyOr(kept, storyId)]);
  if (!story) return { me, draft: kept ?? newDraft(today), restored: true };
  const fresh = draftOf(story, me, today);
  const isNewer = kept?.revision === fresh.revision;
  return { me, draft: kept && isNewer ? withFresh(kept, fresh) : fresh, restored: false };
}

/** A draft on this phone can be written on without a signal. */
async function storyOr(kept: Draft | undefined, storyId: string): Promise<Story | undefined> {
  try {
    return await call("getStory", { storyId });
  } catch (error) {
    if (kept && error instanceof Refused && error.code === "no_signal") return undefined;
    throw error;
  }
}

const memberKey = "memberId";

/** One's own member id; without a signal as it was last heard. */
async function myId(): Promise<string> {
  try {
    const { memberId } = await call("getMe", {});
    wx.setStorageSync(memberKey, memberId);
    return memberId;
  } catch (error) {
    const kept = wx.getStorageSync<string>(memberKey);
    if (kept === "" || !(error instanceof Refused) || error.code !== "no_signal") throw error;
    return kept;
  }
}

/** A story of the village as a draft, to be mended. */
export function draftOf(story: Story, me: string, today: string): Draft {
  const { inside, id: storyId, kind, title, text, name, video } = story;
  const files: File[] = (inside?.files ?? []).map(({ fileId, address, state }) => ({
    ...{ id: fileId, path: address, fileId, refused: state === "risky" },
    what: state === "film" ? "film" : video ? "cover" : "photo",
  }));
  const memberId = inside?.memberId ?? "";
  const choice = memberId === "" ? "other" : memberId === me ? "self" : "member";
  const { how = "", on = "" } = inside?.consent ?? {};
  return {
    ...{ storyId, kind, title, text, files },
    ...{ revision: inside?.revision ?? 0, gridId: inside?.gridId ?? "" },
    seconds: video?.seconds ?? 0,
    about: { choice, memberId, name },
    consent: { how, on: on || today },
    peopleChecked: inside?.peopleChecked ?? false,
  };
}

/** Addresses expire and verdicts come: of the files in the cloud, as they are now. */
const withFresh = (kept: Draft, fresh: Draft): Draft => ({
  ...kept,
  files: kept.files.map(
    (file) => fresh.files.find(({ fileId }) => fileId !== "" && fileId === file.fileId) ?? file,
  ),
});
