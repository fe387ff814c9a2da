/** The server refuses more, as it does with the limits of `draftForm.ts`. */
export const photosMost = 9;

/** A photo of a draft. `id` names it in the cloud, so uploading it again only replaces it. */
export type Photo = Readonly<
  | { kind: "here"; id: string; path: string }
  /** `path` is still the file on this phone, or an address, whichever can be shown. */
  | { kind: "uploaded"; id: string; path: string; fileId: string }
>;

/** A member, as far as a draft needs to know. */
export type Person = Readonly<{ memberId: string; name: string }>;

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
  /** A new submission, for oneself or for another (代录), or a returned one that goes in again. */
  operation: "submitDuty" | "submitOnBehalf" | "resubmitDuty";
  /** Whose it is, where it is another's, and how they agreed: "" until it is said. */
  behalf?: Person & Readonly<{ consent: string }>;
  /** "" until one is chosen. */
  ruleId: string;
  /** Shown in lists while there is no signal. */
  ruleTitle: string;
  /** "2014-03-05" */
  workedOn: string;
  text: string;
  photos: readonly Photo[];
  /** How many of the rule's units; 1 for a rule without. */
  quantity: number;
  /** For a rule of honours: what stands on the certificate. */
  honour?: Honour;
  /** Who else took part. */
  participants: readonly Person[];
}>;

/** `gradeId`: "" until a level is chosen. `sameDeedAs`: "" for a deed of its own. */
export type Honour = Readonly<{ title: string; gradeId: string; sameDeedAs: string }>;

export const newDraft = (submissionId: string, today: string, whose?: Person): Draft => ({
  submissionId,
  operation: whose ? "submitOnBehalf" : "submitDuty",
  ...(whose && { behalf: { ...whose, consent: "" } }),
  ruleId: "",
  ruleTitle: "",
  workedOn: today,
  text: "",
  photos: [],
  quantity: 1,
  participants: [],
  state: "writing",
});

export const writing = (draft: Draft): Draft => ({ ...written(draft), state: "writing" });
export const waiting = (draft: Draft): Draft => ({ ...written(draft), state: "waiting" });
export const refused = (draft: Draft, message: string): Draft => ({
  ...written(draft),
  state: "refused",
  message,
});

/** Everything but what belongs to a state. */
function written(draft: Draft): Written {
  if (draft.state === "refused") {
    const { state: _state, message: _message, ...rest } = draft;
    return rest;
  }
  const { state: _state, ...rest } = draft;
  return rest;
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
