import { call } from "../../../services/call";
import { askOrKept, type Kept } from "../../../services/kept";
import type { Household } from "./view";

const key = "householdsSeen";

/** As many as a walk through a hamlet passes; the phone keeps no register. */
const most = 20;

const seen = (): readonly string[] => wx.getStorageSync<string[] | "">(key) || [];
const keyOf = (householdId: string): string => `household-${householdId}`;

/** A household; without a signal as the phone saw it last. Its ID numbers are hidden but for the ends. */
export async function lookAt(householdId: string): Promise<Kept<Household>> {
  const found = await askOrKept(keyOf(householdId), () => call("getHousehold", { householdId }));
  const lately = [householdId, ...seen().filter((id) => id !== householdId)];
  for (const id of lately.slice(most)) wx.removeStorageSync(keyOf(id));
  wx.setStorageSync(key, lately.slice(0, most));
  return found;
}
