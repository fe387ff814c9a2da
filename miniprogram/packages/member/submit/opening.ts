import { call, Refused } from "../../../services/call";
import { type Draft, newDraft } from "../../../services/draft";
import { withRule } from "../../../services/draftForm";
import { drafts } from "../../../services/drafts";
import { dutyForm } from "../../../services/dutyForm";
import { newId } from "../../../services/newId";
import { draftOfReturned, withFreshAddresses } from "../../../services/returnedDraft";
import { outbox } from "../../../services/sending";
import { type Form, firstRule, type Notice, noticeOf } from "./view";

/**
 * The page's address: `?ruleId=cleanup`, `?memberId=…&name=…` to write for another, `?submissionId=…`, or
 * `?submissionId=…&resubmit=1`.
 */
export type Query = Readonly<{
  ruleId?: string;
  memberId?: string;
  name?: string;
  submissionId?: string;
  resubmit?: string;
}>;

export type Opened = Readonly<{ form: Form; draft: Draft; notice: Notice }>;

/**
 * What is written on: the draft that the address names, the one left unfinished, or a new one.
 * @returns undefined when the draft has been sent in the meantime
 * @throws Refused when a returned submission cannot be fetched and nothing of it is on this phone
 */
export function openDraft(query: Query): Promise<Opened | undefined> {
  const { submissionId = "", resubmit = "" } = query;
  if (submissionId === "") return unfinishedOrNew(query);
  return resubmit === "" ? openKept(submissionId) : openReturned(submissionId);
}

async function unfinishedOrNew({ ruleId = "", memberId, name = "" }: Query): Promise<Opened> {
  const form = await dutyForm(memberId);
  const unfinished = drafts
    .all()
    .find(
      ({ state, operation, behalf }) =>
        state === "writing" && operation !== "resubmitDuty" && behalf?.memberId === memberId,
    );
  if (unfinished) return { form, draft: unfinished, notice: noticeOf(unfinished) };
  const whose = memberId === undefined ? undefined : { memberId, name: decodeURIComponent(name) };
  const draft = newDraft(newId(), form.today, whose);
  const rule = firstRule(form, ruleId);
  return { form, draft: rule ? withRule(draft, rule) : draft, notice: { kind: "none" } };
}

/** The form comes first: a draft that is taken out no longer goes by itself. */
async function openKept(submissionId: string): Promise<Opened | undefined> {
  const form = await dutyForm(drafts.get(submissionId)?.behalf?.memberId);
  const draft = await outbox.take(submissionId);
  return draft && { form, draft, notice: noticeOf(draft) };
}

async function openReturned(submissionId: string): Promise<Opened | undefined> {
  const isKept = drafts.get(submissionId) !== undefined;
  const returned = await call("getSubmission", { submissionId }).catch((error: unknown) => {
    if (isKept && error instanceof Refused) return undefined;
    throw error;
  });
  const fresh = returned && draftOfReturned(returned);
  const form = await dutyForm((drafts.get(submissionId) ?? fresh)?.behalf?.memberId);
  const kept = await outbox.take(submissionId);
  if (!returned || !fresh) return kept && { form, draft: kept, notice: noticeOf(kept) };
  const draft = kept ? withFreshAddresses(kept, returned) : fresh;
  return { form, draft, notice: noticeOf(draft, returned.reason) };
}
