import type { Caller } from "../kernel/operation.ts";
import type { ContentCheck } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import type { Duty } from "./duty.ts";

/** What was done has to be said; of an honour the title says it. */
export function checkSaid({ text, honour }: Duty): void {
  if (text === "" && !honour) refuse("text_missing");
}

/** WeChat demands that what people write is checked before others see it. */
export async function checkText(check: ContentCheck, caller: Caller, text: string): Promise<void> {
  if ((await check.text(caller.openid, text)) === "risky") refuse("text_refused");
}

/**
 * The phone uploads photos under the submission's own id, which nobody else knows: a file of another
 * submission cannot be slipped in to be read.
 */
export function checkPhotos(submissionId: string, photos: readonly string[]): void {
  const own = `/evidence/${submissionId}/`;
  if (!photos.every((fileId) => fileId.includes(own))) refuse("invalid_input");
}
