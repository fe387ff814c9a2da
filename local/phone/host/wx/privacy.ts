import type { Phone } from "../phone.ts";

export type Privacy = Readonly<{ agree(buttonId?: string): void }>;

export function createPrivacy(_phone: Phone): Privacy {
  return { agree() {} };
}
