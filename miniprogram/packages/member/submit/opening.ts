import { call } from "../../../services/call";
import { type Draft, draftOfReturned, newDraft, withFreshAddresses } from "../../../services/draft";
import { drafts } from "../../../services/drafts";
import { newId } from "../../../services/newId";
import { outbox } from "../../../services/sending";
import { type Form, firstRule, type Notice, noticeOf } from "./view";

/** The page's address: `?ruleId=cleanup`, `?submissionId=…`, or `?submissionId=…&resubmit=1`. */
export type Query = Readonly<{ ruleId?: string; submissionId?: string; resubmit?: string }>;

export type Opened = Readonly<{ draft: Draft; notice: Notice }>;

/**
 * What is written on: the draft that the address names, the one left unfinished, or a new one.
 * @returns undefined when the draft has been sent in the meantime
 * @throws Refused when a returned submission cannot be fetched and nothing of it is on this phone
 */
export function openDraft(form: Form, query: Query): Promise<Opened | undefined> {
  const { submissionId = "", resubmit = "" } = query;
  if (submissionId === "") return Promise.resolve(unfinishedOrNew(form, query.ruleId ?? ""));
  return resubmit === "" ? openKept(submissionId) : openReturned(submissionId);
}

function unfinishedOrNew(form: Form, ruleId: string): Opened {
  const unfinished = drafts
    .all()
    .find(({ state, operation }) => state === "writing" && operation === "submitDuty");
  if (unfinished) return { draft: unfinished, notice: noticeOf(unfinished) };
  const rule = firstRule(form, ruleId);
  const draft = newDraft(newId(), form.today);
  return {
    draft: rule ? { ...draft, ruleId: rule.id, ruleTitle: rule.title } : draft,
    notice: { kind: "none" },
  };
}

async function openKept(submissionId: string): Promise<Opened | undefined> {
  const draft = await outbox.take(submissionId);
  return draft && { draft, notice: noticeOf(draft) };
}

async function openReturned(submissionId: string): Promise<Opened> {
  const kept = await outbox.take(submissionId);
  try {
    const returned = await call("getSubmission", { submissionId });
    const draft = kept ? withFreshAddresses(kept, returned) : draftOfReturned(returned);
    return { draft, notice: noticeOf(draft, returned.reason) };
  } catch (error) {
    if (!kept) throw error;
    return { draft: kept, notice: noticeOf(kept) };
  }
}
