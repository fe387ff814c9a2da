import { type Heard, lettersMost, type Refused, type Unclear } from "./command.ts";
import { type Audience, nearest } from "./examples.ts";
import { lettersOf } from "./normalise.ts";
import { refused } from "./refused.ts";
import { rules } from "./rules.ts";
import { saidIn } from "./said.ts";

/**
 * Reads a message: letters are normalised, cut into words, and the shape of the whole is looked up in the
 * table of rules. A message that holds one word more than its rule is none: so nothing but a verb of
 * approval approves, and no 不, 别, 吗 or 除了 is ever overheard.
 *
 * "不通过 3 照片看不清" returns number 3, as "不同意" and "不批准" do; "别通过", "没通过" and "暂不通过" decide
 * nothing. Approving and returning in one message is refused whole.
 * @param audience whose examples are offered where nothing is understood
 */
export function parse(text: string, audience: Audience): Heard {
  const points = Array.from(text);
  const letters = lettersOf(points);
  if (letters.length > lettersMost) return unclear(text, audience);
  const said = saidIn(points, letters);
  return rules.get(said.shape)?.(said) ?? whyNot(said.shape) ?? unclear(text, audience);
}

/** Who names a decision in no shape of the table is told why it is none. */
function whyNot(shape: string): Refused | undefined {
  const kinds = shape.split(" ");
  const has = (kind: string) => kinds.includes(kind);
  const last = kinds.at(-1);
  const approves = has("approve") || has("major");
  if (!approves && !has("return")) return undefined;
  const like = has("approve") ? "approve" : has("major") ? "major" : "return";
  // "通过了吗", and "通过了没有" and "通过不" ask too
  if (last === "ask" || last === "no") return refused("question", like);
  if (approves && has("return")) return refused("mixed", like);
  return has("no") ? refused("negated", "return") : undefined;
}

function unclear(text: string, audience: Audience): Unclear {
  const texts = nearest(text, audience);
  return {
    kind: "unclear",
    nearest: texts,
    sentence: ["没看懂，什么也没有办。您可以这样写：", ...texts].join("\n"),
  };
}
