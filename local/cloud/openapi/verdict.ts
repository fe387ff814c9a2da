/** The rule that stands for WeChat's judgement: what contains one of these is risky. */
export type Checks = Readonly<{ words: readonly string[]; files: readonly string[] }>;

export type Suggest = "pass" | "risky";

/** WeChat's numbers for "nothing found" and "something else is wrong with it". */
const labels = { pass: 100, risky: 21000 };

/** The part of an answer that says what was found, the same for texts and for media. */
export function verdict(suggest: Suggest) {
  const result = { suggest, label: labels[suggest] };
  const detail = [{ strategy: "content_model", errcode: 0, ...result, prob: 90 }];
  return { errcode: 0, errmsg: "ok", detail, result };
}
