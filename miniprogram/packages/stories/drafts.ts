import type { Person } from "../../services/draft";
import { forgetPhoto } from "../../services/drafts";
import { newId } from "../../services/newId";
import { createShelf } from "../../services/shelf";
import type { Kind } from "./kinds";

/** A file of a story. `id` names it in the cloud, so uploading it again only replaces it. */
export type File = Readonly<{
  id: string;
  what: "photo" | "film" | "cover";
  /** On this phone, or an address, whichever can be shown. */
  path: string;
  /** "" until it is in the cloud. */
  fileId: string;
  /** WeChat holds it to be unfit: it has to be taken out. */
  refused: boolean;
}>;

/** Whom it is about; `memberId` is "" for somebody who is no member. */
export type About = Readonly<{ choice: "self" | "member" | "other" }> & Person;

/** A story on its way from the writer to the committee, as it stands on this phone. */
export type Draft = Readonly<{
  /** Made when writing begins, so that saving twice makes one story. */
  storyId: string;
  /** The one that the village has; 0 before the first time. */
  revision: number;
  kind: Kind;
  title: string;
  text: string;
  files: readonly File[];
  /** Of the film; 0 where there is none. */
  seconds: number;
  about: About;
  /** The grid page on which a story about no member stands; "" for none. */
  gridId: string;
  consent: Readonly<{ how: string; on: string }>;
  peopleChecked: boolean;
}>;

export const titleMost = 30;
export const textMost = 2000;
export const photosMost = 9;
export const nameMost = 20;
export const consentMost = 60;

export const selfConsent = "本人写的";

/** @param name of somebody whom a story begins with: from a nomination */
export const newDraft = (today: string, name = ""): Draft => ({
  ...{ storyId: newId(), revision: 0, kind: "memberStory", title: "", text: "" },
  ...{ files: [], seconds: 0, gridId: "", consent: { how: "", on: today }, peopleChecked: false },
  about: { choice: name === "" ? "member" : "other", memberId: "", name },
});

const shelf = createShelf<Draft>("stories", ({ storyId }) => storyId);

export const draftStore = {
  ...shelf,
  /** The one left unfinished that the village does not have yet. */
  unfinished: (): Draft | undefined => shelf.all().find(({ revision }) => revision === 0),
  /** With its files on this phone. */
  drop(storyId: string): void {
    for (const { path } of shelf.get(storyId)?.files ?? []) forgetPhoto(path);
    shelf.drop(storyId);
  },
};
