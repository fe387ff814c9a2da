import { sentenceOf } from "./attempt";
import { call, Refused } from "./call";
import type { Outcome } from "./deliveries";
import { announce } from "./dialogs";
import type { Draft } from "./draft";
import { dutyOf } from "./draftForm";
import { drafts } from "./drafts";
import { gridDeliveryText } from "./gridNote";
import { gridOutbox } from "./gridNotes";
import { createOutbox, deliveryText } from "./outbox";
import { uploadPhoto } from "./upload";

/** The outbox of this phone. */
export const outbox = createOutbox({ drafts, upload: uploadPhoto, submit });

async function submit(draft: Draft): Promise<Outcome> {
  try {
    await ask(draft);
    return { kind: "sent" };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.code === "no_signal" || error.code === "busy") return { kind: "waiting" };
    return { kind: "refused", message: sentenceOf(error) };
  }
}

function ask(draft: Draft): Promise<unknown> {
  const { operation, behalf } = draft;
  const duty = dutyOf(draft);
  if (operation === "resubmitDuty") return call(operation, duty);
  if (!behalf) return call("submitDuty", duty);
  const { memberId, consent } = behalf;
  return call("submitOnBehalf", { ...duty, memberId, consent: consent.trim() });
}

/** Pages that show what waits. */
const listeners = new Set<() => void>();

/** @returns stops listening */
export function onDelivery(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sends what waits, and tells the person and the pages of it. */
export async function sendWaiting(): Promise<void> {
  const submissions = deliveryText(await outbox.sendWaiting());
  const notes = gridDeliveryText(await gridOutbox.sendWaiting());
  const news = [submissions, notes].filter((text) => text !== "");
  if (news.length === 0) return;
  announce(news.join("；"));
  for (const listener of listeners) listener();
}

/** Called once, when the app starts: from then on nothing that waits is forgotten. */
export function startOutbox(): void {
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) void sendWaiting();
  });
  wx.onAppShow(() => void sendWaiting());
}
