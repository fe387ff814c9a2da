import { type Draft, type Photo, photoUploaded, refused, waiting, writing } from "./draft";

/** All drafts of this phone, by the id of their submission; they survive a closed app. */
export type DraftStore = Readonly<{
  all(): Draft[];
  get(submissionId: string): Draft | undefined;
  put(draft: Draft): void;
  /** Forgets the draft and its photos on this phone. */
  drop(submissionId: string): void;
}>;

/** How a delivery ended. */
export type Outcome = Readonly<
  | { kind: "sent" }
  /** There is no signal: it stays in the outbox and goes by itself. */
  | { kind: "waiting" }
  | { kind: "refused"; message: string }
>;

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

export type Outbox = Readonly<{
  /** Sends now, or keeps it to be sent when the signal is back. */
  send(submissionId: string): Promise<Outcome>;
  /** Sends all that waits, one after another: called when the signal is back and when the app opens. */
  sendWaiting(): Promise<Outcome[]>;
  /**
   * A draft to be written on; while it is, it does not go out by itself. A refused one still says why.
   * @returns undefined when there is none, or it has just been sent
   */
  take(submissionId: string): Promise<Draft | undefined>;
}>;

/**
 * Drafts that the person has sent and the village has not yet received. A draft leaves the phone's
 * storage only after the village has it: whatever fails in between, it is still here.
 */
export function createOutbox({ drafts, upload, submit }: Line): Outbox {
  /** A draft is never on its way twice. */
  const onTheWay = new Map<string, Promise<Outcome>>();

  function send(submissionId: string): Promise<Outcome> {
    const already = onTheWay.get(submissionId);
    if (already) return already;
    const delivery = deliver(submissionId).finally(() => onTheWay.delete(submissionId));
    onTheWay.set(submissionId, delivery);
    return delivery;
  }

  async function deliver(submissionId: string): Promise<Outcome> {
    const draft = drafts.get(submissionId);
    if (!draft) return { kind: "sent" };
    drafts.put(waiting(draft));
    const outcome = (await uploadAll(waiting(draft))) ?? (await submitKept(submissionId));
    const kept = drafts.get(submissionId) ?? draft;
    if (outcome.kind === "refused") drafts.put(refused(kept, outcome.message));
    if (outcome.kind === "sent") drafts.drop(submissionId);
    return outcome;
  }

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

  async function sendWaiting(): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (const { submissionId, state } of drafts.all()) {
      if (state === "waiting") outcomes.push(await send(submissionId));
    }
    return outcomes;
  }

  async function take(submissionId: string): Promise<Draft | undefined> {
    await onTheWay.get(submissionId);
    const draft = drafts.get(submissionId);
    if (draft?.state === "waiting") drafts.put(writing(draft));
    return draft;
  }

  return { send, sendWaiting, take };
}
