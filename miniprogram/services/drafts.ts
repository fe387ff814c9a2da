import type { Draft } from "./draft";
import type { DraftStore } from "./outbox";
import { createShelf } from "./shelf";

const shelf = createShelf<Draft>("drafts", ({ submissionId }) => submissionId);

export const drafts: DraftStore = {
  all: () => shelf.all().map(complete),
  get(submissionId) {
    const draft = shelf.get(submissionId);
    return draft && complete(draft);
  },
  put: shelf.put,
  drop(submissionId) {
    for (const photo of shelf.get(submissionId)?.photos ?? []) forgetPhoto(photo.path);
    shelf.drop(submissionId);
  },
};

/** With what a draft lacks that was written before these fields were asked for. */
const complete = (draft: Draft): Draft => ({ ...sinceLater, ...draft });

const sinceLater = { quantity: 1, participants: [] };

/** A photo that lies in the cloud only, or has gone already, needs no forgetting. */
export function forgetPhoto(path: string): void {
  wx.getFileSystemManager().removeSavedFile({ filePath: path, fail: () => {} });
}
