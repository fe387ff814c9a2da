import { newId } from "../../../services/newId";

/** A nomination that has not been sent: its id is made when writing begins, so that it is sent once. */
export type Draft = Readonly<{ nominationId: string; name: string; text: string }>;

const key = "nomination";

export const nameMost = 20;
export const textMost = 200;

export const draftOf = (): Draft =>
  wx.getStorageSync<Draft | "">(key) || { nominationId: newId(), name: "", text: "" };

export const keep = (draft: Draft): void => wx.setStorageSync(key, draft);

/** The village has it. */
export const forget = (): void => wx.removeStorageSync(key);

/** What is still missing, as a request to the person. */
export function problemOf({ name, text }: Draft): string | undefined {
  if (name.trim() === "") return "请写要推荐谁";
  if (text.trim() === "") return "请写一两句他做了什么";
  return undefined;
}
