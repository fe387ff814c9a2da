import type { Api } from "../../core/api.ts";

/** As the village's rulebook of limits has it; the server refuses more. */
export const textMost = 2000;
export const photosMost = 9;

/** A photo of a draft. `id` names it in the cloud, so uploading it again only replaces it. */
export type Photo = Readonly<
  | { kind: "here"; id: string; path: string }
  /** `path` is still the file on this phone, or an address, whichever can be shown. */
  | { kind: "uploaded"; id: string; path: string; fileId: string }
>;

/**
 * A submission on its way from the person to the village. Its id is made on the phone when writing
 * begins, so that sending it twice submits it once.
 */
export type Draft = Written &
  Readonly<
    | { state: "writing" }
    /** Sent by the person; goes out as soon as there is a signal. */
    | { state: "waiting" }
    /** The village said no after the person had put the phone away: it is mended, or discarded. */
    | { state: "refused"; message: string }
  >;

type Written = Readonly<{
  submissionId: string;
  /** A new submission, or a returned one that goes in again. */
  operation: "submitDuty" | "resubmitDuty";
  /** "" until one is chosen. */
  ruleId: string;
  /** Shown in lists while there is no signal. */
  ruleTitle: string;
  /** "2014-03-05" */
  workedOn: string;
  text: string;
  photos: readonly Photo[];
}>;

export const newDraft = (submissionId: string, today: string): Draft => ({
  submissionId,
  operation: "submitDuty",
  ruleId: "",
  ruleTitle: "",
  workedOn: today,
  text: "",
  photos: [],
  state: "writing",
});

type Returned = Api["getSubmission"]["output"];

/** A returned submission as a draft: everything is there already, only what was wrong is to be mended. */
export const draftOfReturned = (returned: Returned): Draft => ({
  submissionId: returned.id,
  operation: "resubmitDuty",
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
  state: "writing",
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

export const writing = (draft: Draft): Draft => ({ ...written(draft), state: "writing" });
export const waiting = (draft: Draft): Draft => ({ ...written(draft), state: "waiting" });
export const refused = (draft: Draft, message: string): Draft => ({
  ...written(draft),
  state: "refused",
  message,
});

/** Everything but what belongs to a state. */
function written(draft: Draft): Written {
  const { submissionId, operation, ruleId, ruleTitle, workedOn, text, photos } = draft;
  return { submissionId, operation, ruleId, ruleTitle, workedOn, text, photos };
}

/** Photos beyond the ninth are left out. */
export const withPhotos = (draft: Draft, photos: readonly Photo[]): Draft => ({
  ...draft,
  photos: [...draft.photos, ...photos].slice(0, photosMost),
});

export const withoutPhoto = (draft: Draft, photoId: string): Draft => ({
  ...draft,
  photos: draft.photos.filter(({ id }) => id !== photoId),
});

export const photoUploaded = (draft: Draft, photoId: string, fileId: string): Draft => ({
  ...draft,
  photos: draft.photos.map((photo) =>
    photo.id === photoId ? { ...photo, kind: "uploaded", fileId } : photo,
  ),
});

/** Where a photo goes: under the submission's own id, or the server refuses it. */
export const cloudPathOf = (submissionId: string, photoId: string): string =>
  `evidence/${submissionId}/${photoId}.jpg`;

/** Whether the person has put anything into it that would be missed. */
export const isUntouched = ({ text, photos, ruleId }: Draft): boolean =>
  text.trim() === "" && photos.length === 0 && ruleId === "";

/** What is still missing before it can be sent, as a request to the person. */
export function problemOf(draft: Draft): string | undefined {
  if (draft.ruleId === "") return "请先选做了哪一类事";
  if (draft.text.trim() === "") return "请写几句做了什么";
  return undefined;
}

type Duty = Api["submitDuty"]["input"] & Readonly<{ photos: string[] }>;

/** What is sent, once every photo is in the cloud. */
export const dutyOf = (draft: Draft): Duty => ({
  submissionId: draft.submissionId,
  ruleId: draft.ruleId,
  workedOn: draft.workedOn,
  text: draft.text.trim(),
  photos: draft.photos.flatMap((photo) => (photo.kind === "uploaded" ? [photo.fileId] : [])),
});
