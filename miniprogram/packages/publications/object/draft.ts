import type { Api } from "../../../../core/api.ts";
import { newId } from "../../../services/newId";

type Input = Api["raiseObjection"]["input"];
export type About = Input["about"];

/** An objection that has not been sent: its id is made when writing begins, so that it is sent once. */
export type Draft = Pick<Input, "objectionId" | "reason">;

const keyOf = (about: About): string =>
  about.kind === "line"
    ? `objection:${about.entryId}`
    : `objection:${about.publicationId}:${about.order}`;

/** What was written before, in this phone's storage; a new one otherwise. */
export const draftOf = (about: About): Draft =>
  wx.getStorageSync<Draft | "">(keyOf(about)) || { objectionId: newId(), reason: "" };

export const keep = (about: About, draft: Draft): void => wx.setStorageSync(keyOf(about), draft);

/** The village has it. */
export const forget = (about: About): void => wx.removeStorageSync(keyOf(about));
