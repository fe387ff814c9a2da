/** Between reasons that are given together. */
const between = "；";

export type Choice = Readonly<{ text: string; chosen: boolean }>;

const partsOf = (reason: string): string[] => reason.split(between).filter((part) => part !== "");

/** Ready-made reasons, with those that stand in what is written. */
export const choicesOf = (ready: readonly string[], reason: string): Choice[] =>
  ready.map((text) => ({ text, chosen: partsOf(reason).includes(text) }));

/** A tap writes a ready-made reason behind what stands there, or takes it away again. */
export function toggled(reason: string, chosen: string): string {
  const parts = partsOf(reason);
  const others = parts.filter((part) => part !== chosen);
  return (others.length < parts.length ? others : [...parts, chosen]).join(between);
}
