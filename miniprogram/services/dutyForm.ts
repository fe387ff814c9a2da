import type { Api } from "../../core/api.ts";
import { call, Refused } from "./call";

type Form = Api["getDutyForm"]["output"];

const key = "dutyForm";
const shanghaiMilliseconds = 8 * 60 * 60 * 1000;

/**
 * The form of a submission, as the village has it now; without a signal as it was last seen, so that
 * somebody in a field without reception can write all the same. The village checks again on sending.
 */
export async function dutyForm(): Promise<Form> {
  try {
    const form = await call("getDutyForm", {});
    wx.setStorageSync(key, form);
    return form;
  } catch (error) {
    const kept = wx.getStorageSync<Form | "">(key);
    if (kept === "" || !(error instanceof Refused) || error.code !== "no_signal") throw error;
    return { ...kept, today: todayOf(new Date()) };
  }
}

/** The day it is in the village, by the phone's clock; China has one time zone. */
const todayOf = (now: Date): string =>
  new Date(now.getTime() + shanghaiMilliseconds).toISOString().slice(0, 10);
