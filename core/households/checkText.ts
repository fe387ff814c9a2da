import type { Caller } from "../kernel/operation.ts";
import type { ContentCheck } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";

/** WeChat demands that what people write is checked before others see it: here the staff of the grid. */
export async function checkText(
  check: ContentCheck,
  { openid }: Caller,
  ...texts: readonly string[]
): Promise<void> {
  if ((await check.text(openid, texts.join("\n"))) === "risky") refuse("text_refused");
}
