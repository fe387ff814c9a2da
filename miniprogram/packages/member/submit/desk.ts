import type { Outcome } from "../../../services/deliveries";
import { explain } from "../../../services/dialogs";
import {
  type Draft,
  type Photo,
  photoUploaded,
  waiting,
  withoutPhoto,
  withPhotos,
  writing,
} from "../../../services/draft";
import { drafts, forgetPhoto } from "../../../services/drafts";
import { UploadRefused } from "../../../services/outbox";
import { outbox, sendWaiting } from "../../../services/sending";
import { uploadPhoto } from "../../../services/upload";

/** Per cent by photo, while it is on its way. */
export type Progress = Readonly<Record<string, number>>;

/** The draft that is being written; every change is kept on the phone at once. */
export type Desk = Readonly<{
  draft(): Draft;
  progress(): Progress;
  edit(change: (draft: Draft) => Draft): void;
  addPhotos(photos: readonly Photo[]): void;
  removePhoto(photo: Photo): void;
  send(): Promise<Outcome>;
  discard(): void;
  /** The person goes away; a draft of the outbox that was only looked at goes on waiting. */
  leave(): void;
}>;

/** @param onChange runs whenever photos have come further, not after what the person changed */
export function openDesk(opened: Draft, onChange: () => void): Desk {
  let draft = opened;
  let progress: Progress = {};
  let onlyLookedAt = opened.state === "waiting";

  function keep(next: Draft): void {
    draft = next;
    drafts.put(next);
  }

  function edit(change: (draft: Draft) => Draft): void {
    onlyLookedAt = false;
    keep(writing(change(draft)));
  }

  /** While the person is still writing, one after another: a weak signal carries one at a time. */
  async function uploadPhotos(): Promise<void> {
    for (const photo of draft.photos) {
      if (photo.kind === "here") await upload(photo);
    }
  }

  async function upload(photo: Photo): Promise<void> {
    const { submissionId } = draft;
    try {
      const fileId = await uploadPhoto(submissionId, photo, (percent) => {
        progress = { ...progress, [photo.id]: percent };
        onChange();
      });
      // The outbox may have changed it meanwhile, or sent it.
      const kept = drafts.get(submissionId);
      if (kept) keep(photoUploaded(kept, photo.id, fileId));
    } catch (error) {
      // Without a signal there is nothing to say: it goes when the submission goes.
      if (error instanceof UploadRefused) explain(error.message);
    }
    const { [photo.id]: _over, ...others } = progress;
    progress = others;
    onChange();
  }

  void uploadPhotos();
  return {
    draft: () => draft,
    progress: () => progress,
    edit,
    addPhotos(photos) {
      edit((before) => withPhotos(before, photos));
      void uploadPhotos();
    },
    removePhoto(photo) {
      edit((before) => withoutPhoto(before, photo.id));
      forgetPhoto(photo.path);
    },
    async send() {
      onlyLookedAt = false;
      drafts.put(draft);
      const outcome = await outbox.send(draft.submissionId);
      draft = drafts.get(draft.submissionId) ?? draft;
      return outcome;
    },
    discard() {
      onlyLookedAt = false;
      drafts.drop(draft.submissionId);
    },
    leave() {
      if (!onlyLookedAt) return;
      drafts.put(waiting(draft));
      void sendWaiting();
    },
  };
}
