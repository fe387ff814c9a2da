import type { Api } from "../../core/api.ts";
import type { Draft, Honour } from "./draft";

type Returned = Api["getSubmission"]["output"];

/** A returned submission as a draft: everything is there already, only what was wrong is to be mended. */
export const draftOfReturned = (returned: Returned): Draft => ({
  submissionId: returned.id,
  operation: "resubmitDuty",
  ...(returned.recorder && {
    behalf: {
      memberId: returned.memberId,
      name: returned.member,
      consent: returned.recorder.consent,
    },
  }),
  ruleId: returned.ruleId,
  ruleTitle: returned.rule,
  workedOn: returned.workedOn,
  text: returned.text,
  photos: returned.photos.map(({ fileId, address }) => ({
    kind: "uploaded",
    id: fileId.replace(/^.*\/|\.\w+$/g, ""),
    path: address,
    fileId,
  })),
  quantity: returned.quantity,
  ...(returned.honour && { honour: honourOf(returned.honour) }),
  participants: returned.participants.map(({ memberId, name }) => ({ memberId, name })),
  state: "writing",
});

const honourOf = ({ title, gradeId, sameDeedAs }: Honour): Honour => ({
  title,
  gradeId,
  sameDeedAs,
});

/** Addresses of private photos run out: a kept draft takes the fresh ones. */
export function withFreshAddresses(draft: Draft, returned: Returned): Draft {
  const fresh = new Map(returned.photos.map(({ fileId, address }) => [fileId, address]));
  const photos = draft.photos.map((photo) => {
    const address = photo.kind === "uploaded" ? fresh.get(photo.fileId) : undefined;
    return address ? { ...photo, path: address } : photo;
  });
  return { ...draft, photos };
}
