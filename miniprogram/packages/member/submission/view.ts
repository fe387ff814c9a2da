import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";
import { type StatusView, statusView } from "../status";

type Reply = Api["getSubmission"]["output"];

export type Ready = StatusView &
  Readonly<{
    kind: "ready";
    id: string;
    rule: string;
    /** Says what comes next, under the status. */
    next: string;
    /** Why it came back; "" otherwise. */
    reason: string;
    facts: readonly Readonly<{ name: string; value: string }>[];
    text: string;
    photos: readonly string[];
    mayWithdraw: boolean;
    mayResubmit: boolean;
    /** Only what waits for review is worth showing to the reviewer. */
    mayShare: boolean;
  }>;

const next = {
  pending: "审核以后，积分会记进您的一本通。",
  returned: "照下面的原因改一改，再交上去就行。",
  approved: "已经记进您的一本通。",
  withdrawn: "您撤回了这条申报，它不计分。",
};

export const toView = (reply: Reply): Ready => ({
  kind: "ready",
  ...statusView(reply),
  id: reply.id,
  rule: reply.rule,
  next: next[reply.status],
  reason: reply.reason ?? "",
  facts: [
    { name: "哪天做的", value: fullDayText(reply.workedOn) },
    { name: "哪天交的", value: fullDayText(reply.submittedOn) },
    { name: "依据", value: `积分细则${reply.clause}` },
  ],
  text: reply.text,
  // A photo that the cloud no longer has leaves no hole.
  photos: reply.photos.map(({ address }) => address).filter((address) => address !== ""),
  mayWithdraw: reply.may.withdraw,
  mayResubmit: reply.may.resubmit,
  mayShare: reply.status === "pending",
});
