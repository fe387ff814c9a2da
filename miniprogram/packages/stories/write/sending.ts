import type { Api } from "../../../../core/api.ts";
import { call } from "../../../services/call";
import { uploadFile } from "../../../services/upload";
import { type Draft, draftStore, type File } from "../drafts";

type Story = Api["saveStory"]["input"];

/** What is still missing before it can be handed in, as a request to the person. */
export function problemOf({
  title,
  text,
  about,
  consent,
  files,
  peopleChecked,
}: Draft): string | undefined {
  if (about.name.trim() === "" && about.choice !== "self") return "请先写明写的是谁";
  if (title.trim() === "") return "请写个题目";
  if (text.trim() === "") return "请写几句";
  if (files.some(({ refused }) => refused)) return "请先拿掉没通过检查的照片";
  if (consent.how.trim() === "") return "请写明本人怎么同意的";
  if (files.length > 0 && !peopleChecked) return "请看一看有没有孩子和病人，再勾上";
  return undefined;
}

/** What is sent, once every file is in the cloud. */
export const storyOf = (draft: Draft, me: string): Story => ({
  ...{ storyId: draft.storyId, revision: draft.revision, kind: draft.kind },
  ...{ title: draft.title.trim(), text: draft.text.trim(), peopleChecked: draft.peopleChecked },
  media: mediaOf(draft),
  about:
    draft.about.choice === "other"
      ? { kind: "other", name: draft.about.name.trim(), gridId: draft.gridId }
      : { kind: "member", memberId: draft.about.choice === "self" ? me : draft.about.memberId },
  consent: { how: draft.consent.how.trim(), on: draft.consent.on },
});

function mediaOf({ files, seconds }: Draft): Story["media"] {
  const idOf = (wanted: File["what"]) => files.find(({ what }) => what === wanted)?.fileId;
  const [fileId, coverId] = [idOf("film"), idOf("cover")];
  if (fileId && coverId) return { kind: "video", fileId, coverId, seconds };
  const fileIds = files.filter(({ what }) => what === "photo").map((photo) => photo.fileId);
  return fileIds.length > 0 ? { kind: "photos", fileIds } : { kind: "none" };
}

/** Under the story's own id, or the server refuses it. */
export const cloudPathOf = (storyId: string, { id, what }: File): string =>
  `stories/${storyId}/${id}.${what === "film" ? "mp4" : "jpg"}`;

/**
 * Uploads, saves and hands in; the draft on this phone notes each step, so that a second try goes on
 * where the first ended.
 * @param say what is being done now
 * @throws UploadRefused, Refused, and whatever an upload without a signal fails with
 */
export async function sendDraft(
  draft: Draft,
  me: string,
  say: (doing: string) => void,
): Promise<void> {
  let now = draft;
  const { storyId } = draft;
  for (const [index, file] of draft.files.entries()) {
    if (file.fileId !== "") continue;
    say(`正在传第${index + 1}个，共${draft.files.length}个…`);
    const fileId = await uploadFile(cloudPathOf(storyId, file), file.path);
    now = {
      ...now,
      files: now.files.map((one) => (one.id === file.id ? { ...one, fileId } : one)),
    };
    draftStore.put(now);
  }
  say("正在交…");
  const { revision } = await call("saveStory", storyOf(now, me));
  draftStore.put({ ...now, revision }); // it may be refused, mended, and saved anew
  await call("handInStory", { storyId, revision });
  draftStore.drop(storyId);
}
