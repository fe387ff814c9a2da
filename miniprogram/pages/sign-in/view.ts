/** The code on the slip has this many letters and digits; spaces and dashes do not count. */
const codeLength = 8;

/** Room for what people put between: "ABCD - EFGH". */
export const typedMost = 16;

export type View = Readonly<
  | { kind: "typing" }
  | { kind: "sending" }
  /** `traceId` is "" unless the system itself failed. */
  | { kind: "refused"; sentence: string; traceId: string }
>;

export const typing: View = { kind: "typing" };

export const refusedFor = (sentence: string, traceId = ""): View => ({
  kind: "refused",
  sentence,
  traceId,
});

/** What is wrong with a code before it is sent; "" when nothing is. */
export function problemOf(typed: string): string {
  const { length } = typed.replace(/[\s-]/g, "");
  if (length === 0) return "请输入邀请码";
  return length === codeLength ? "" : `邀请码是${codeLength}位，您输入了${length}位`;
}
