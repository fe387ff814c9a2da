import type { Caller } from "../kernel/operation.ts";
import type { ContentCheck } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";

/**
 * WeChat demands that what people write is checked before others see it: here the staff of the grid. Texts only;
 * names, phones and numbers of people are not sent to anybody.
 */
export async function checkText(
  check: ContentCheck,
  { openid }: Caller,
  ...texts: readonly string[]
): Promise<void> {
  const text = texts.filter((one) => one !== "").join("\n");
  if (text === "") return;
  if ((await check.text(openid, text)) === "risky") refuse("text_refused");
}
