import { dayText } from "../../../texts/days";
import {
  type About,
  consentMost,
  type Draft,
  type File,
  nameMost,
  photosMost,
  selfConsent,
  textMost,
  titleMost,
} from "../drafts";
import { kinds } from "../kinds";

export type Choice = Readonly<{ id: string; title: string; note: string; chosen: boolean }>;

export type FileView = Readonly<{
  id: string;
  src: string;
  label: string;
  /** "" for one that is on its way or may be public. */
  note: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  restored: boolean;
  kinds: readonly Choice[];
  abouts: readonly Choice[];
  /** Whether a member is chosen from the list, and who it is so far; "" for nobody. */
  isMember: boolean;
  member: string;
  /** Whether a name is typed. */
  isOther: boolean;
  /** Whether the ledger can be asked for what they did. */
  hasFacts: boolean;
  consents: readonly Choice[];
  isOwnConsent: boolean;
  /** Whose consent it is: one's own needs no noting. */
  asksConsent: boolean;
  day: Readonly<{ value: string; text: string; today: string }>;
  files: readonly FileView[];
  mayAddPhoto: boolean;
  mayAddFilm: boolean;
  peopleChecked: boolean;
  count: string;
  sending: string;
}>;

/** What the screen knows beside the draft. */
export type Screen = Readonly<{
  today: string;
  restored: boolean;
  /** What is being done; "" while the person writes. */
  sending: string;
}>;

export const limits = { titleMost, textMost, nameMost, consentMost };

const phrases = ["当面说好的", "电话里说好的", "写了同意书"];

export function toView(draft: Draft, { today, restored, sending }: Screen): Ready {
  const { about, consent, files } = draft;
  const hasFilm = files.some(({ what }) => what === "film");
  return {
    ...{ kind: "ready", restored, sending },
    kinds: kinds.map(({ kind, title, note }) => ({
      ...{ id: kind, title, note, chosen: kind === draft.kind },
    })),
    abouts: aboutChoices(about),
    isMember: about.choice === "member",
    member: about.choice === "member" ? about.name : "",
    isOther: about.choice === "other",
    hasFacts: about.choice === "self" || (about.choice === "member" && about.memberId !== ""),
    consents: phrases.map((text) => ({
      ...{ id: text, title: text, note: "", chosen: consent.how === text },
    })),
    isOwnConsent: consent.how !== "" && !phrases.includes(consent.how),
    asksConsent: about.choice !== "self",
    day: { value: consent.on, text: dayTextOf(consent.on, today), today },
    files: files.filter(({ what }) => what !== "film").map(fileView),
    mayAddPhoto: !hasFilm && files.length < photosMost,
    mayAddFilm: files.length === 0,
    peopleChecked: draft.peopleChecked,
    count: countText(draft.text),
  };
}

const aboutChoices = ({ choice }: About): Choice[] =>
  [
    { id: "member", title: "本村党员", note: "从名单里选" },
    { id: "other", title: "别的人", note: "写上姓名，或者一家人" },
    { id: "self", title: "我自己", note: "" },
  ].map((one) => ({ ...one, chosen: one.id === choice }));

const dayTextOf = (day: string, today: string): string =>
  day === today ? `今天（${dayText(day)}）` : dayText(day);

const fileView = ({ id, path, what, refused }: File, index: number): FileView => ({
  ...{ id, src: path, label: what === "cover" ? "视频" : `第${index + 1}张照片` },
  note: refused ? "没通过" : what === "cover" ? "视频" : "",
});

export const countText = (text: string): string => `${text.length}/${textMost}`;

/** Somebody else is written about: what was noted of consent was another's. */
export const withAbout = (draft: Draft, about: About): Draft => ({
  ...draft,
  about,
  consent: { ...draft.consent, how: about.choice === "self" ? selfConsent : "" },
});

/** A film goes with its picture, and a picture of a film with the film. */
export const withoutFile = (draft: Draft, id: string): Draft => {
  const gone = draft.files.find((file) => file.id === id);
  if (gone?.what === "photo") {
    return { ...draft, files: draft.files.filter((file) => file.id !== id) };
  }
  return { ...draft, files: [], seconds: 0 };
};

/** A sentence from the ledger behind what stands there. */
export const withSentence = (text: string, sentence: string): string =>
  `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${sentence}`.slice(0, textMost);
