import { createDeliveries, type Deliveries, type Outcome, type Shelf } from "./deliveries";
import { type Draft, type Photo, photoUploaded, refused, waiting, writing } from "./draft";

/** All drafts of this phone, by the id of their submission. */
export type DraftStore = Shelf<Draft>;

/** What the person is told of deliveries that ran by themselves; "" when all still wait. */
export function deliveryText(outcomes: readonly Outcome[]): string {
  const count = (kind: Outcome["kind"]) =>
    outcomes.filter((outcome) => outcome.kind === kind).length;
  if (count("refused") > 0) return "有申报没有交上去，请到“我的申报”里改一改";
  return count("sent") > 0 ? `刚才存的${count("sent")}条申报已经交上去了` : "";
}

/** What the outbox needs of the phone. */
export type Line = Readonly<{
  drafts: DraftStore;
  /**
   * Puts a photo into the cloud.
   * @returns its file id
   * @throws UploadRefused when trying again would not help; anything else means no signal
   */
  upload(submissionId: string, photo: Photo): Promise<string>;
  /** Calls the draft's operation; never throws. */
  submit(draft: Draft): Promise<Outcome>;
}>;

/** A better signal will not bring this photo into the cloud; the message says what to do. */
export class UploadRefused extends Error {}

export type Outbox = Deliveries<Draft>;

/** Submissions on their way: first each photo, then the words. */
export function createOutbox({ drafts, upload, submit }: Line): Outbox {
  /** @returns why the draft cannot go on, or undefined when every photo is in the cloud */
  async function uploadAll(draft: Draft): Promise<Outcome | undefined> {
    const { submissionId } = draft;
    for (const photo of draft.photos) {
      if (photo.kind === "uploaded") continue;
      try {
        const fileId = await upload(submissionId, photo);
        drafts.put(photoUploaded(drafts.get(submissionId) ?? draft, photo.id, fileId));
      } catch (error) {
        if (!(error instanceof UploadRefused)) return { kind: "waiting" };
        return { kind: "refused", message: error.message };
      }
    }
    return undefined;
  }

  async function submitKept(submissionId: string): Promise<Outcome> {
    const draft = drafts.get(submissionId);
    return draft ? submit(draft) : { kind: "sent" };
  }

  return createDeliveries({
    ...{ drafts, writing, waiting, refused, idOf: ({ submissionId }) => submissionId },
    deliver: async (draft) => (await uploadAll(draft)) ?? (await submitKept(draft.submissionId)),
  });
}
