import { type Audience, examples, offered } from "./examples.ts";

/**
 * The answer to 帮助: what this person can write, a line each. WeChat carries 2,048 bytes in one text;
 * this stays under 600, for it is read on the small screen of an old phone.
 */
export const helpFor = (audience: Audience): string =>
  ["您可以这样写：", ...offered[audience].filter((id) => id !== "help").map(lineOf)].join("\n");

const lineOf = (id: keyof typeof examples): string => `${examples[id].text} → ${examples[id].does}`;
