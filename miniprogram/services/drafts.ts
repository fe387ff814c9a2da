import type { Draft } from "./draft";
import type { DraftStore } from "./outbox";

const key = "drafts";

/** Written at every change: a closed app, an empty battery or a call in between loses nothing. */
export const drafts: DraftStore = {
  all,
  get: (submissionId) => all().find((draft) => draft.submissionId === submissionId),
  put(draft) {
    const kept = all();
    const index = kept.findIndex(({ submissionId }) => submissionId === draft.submissionId);
    save(index < 0 ? [...kept, draft] : kept.map((one, at) => (at === index ? draft : one)));
  },
  drop(submissionId) {
    for (const photo of drafts.get(submissionId)?.photos ?? []) forgetPhoto(photo.path);
    save(all().filter((draft) => draft.submissionId !== submissionId));
  },
};

function all(): Draft[] {
  const kept = wx.getStorageSync<Draft[] | "">(key) || [];
  return kept.map((draft) => ({ ...sinceLater, ...draft }));
}

/** What a draft lacks that was written before these fields were asked for. */
const sinceLater = { quantity: 1, participants: [] };

const save = (kept: readonly Draft[]): void => wx.setStorageSync(key, kept);

/** A photo that lies in the cloud only, or has gone already, needs no forgetting. */
export function forgetPhoto(path: string): void {
  wx.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => {} });
}
