import type { Standing } from "../desk";
import { dayIn } from "../texts";

/** A visit as it is typed. */
export type Visit = Readonly<{ on: string; text: string; hasNeed: boolean; need: string }>;

export type Ready = Visit & Standing & Readonly<{ kind: "ready"; onText: string; today: string }>;

export const newVisit = (today: string): Visit => ({
  ...{ on: today, text: "", hasNeed: false, need: "" },
});

export const toView = (visit: Visit, today: string, standing: Standing): Ready => ({
  ...{ kind: "ready", ...visit, ...standing, today },
  onText: visit.on === today ? "今天" : dayIn(visit.on, today),
});

export function problemOf({ text, hasNeed, need }: Visit): string | undefined {
  if (text.trim() === "") return "请写几句看到了什么、聊了什么";
  if (hasNeed && need.trim() === "") return "请写需要什么，没有就选“没有”";
  return undefined;
}

/** What is sent. */
export const visitInput = (visitId: string, householdId: string, visit: Visit) => ({
  ...{ visitId, householdId, on: visit.on, text: visit.text.trim() },
  need: visit.hasNeed ? visit.need.trim() : "",
});
