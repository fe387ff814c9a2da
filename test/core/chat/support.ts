import fc from "fast-check";
import {
  type Command,
  type Heard,
  numberMost,
  numbersMost,
  type Why,
} from "../../../core/chat/command.ts";
import { parse } from "../../../core/chat/parse.ts";
import { approvalVerbs, vocabulary } from "../../../core/chat/vocabulary.ts";

export const heard = (text: string): Heard => parse(text, "reviewer");

/** A command, or the name of what it was refused for; "unclear" where nothing was understood. */
export function shortly(text: string): Command | Why | "unclear" {
  const said = heard(text);
  if (said.kind === "unclear") return "unclear";
  return said.kind === "refused" ? said.why : said;
}

const words: readonly string[] = Object.values(vocabulary).flat();

export const questionEnds = ["?", "？", "吗", "嗎", "吗？", "呢", "呢。", "么", "没有", "行不行"];

const anyPiece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 30 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("二", "两", "十二", "２", "③", " ", "　", "，", "、", "\n"),
  },
  { weight: 2, arbitrary: fc.constantFrom("過", "銷", "除了", "以外", "照片看不清", "张三", "👍") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);

/** Texts near the grammar: its own words, numbers and strange things in any order. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyPiece, { maxLength: 6 }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

/** What stands around a verb of approval. */
const around = ["", "2", "1、3", "第2个", "前3个", "全部", "都", "请", "好的，", "吧", "了", " "];

export const anySurroundings = fc.oneof(anyText, fc.constantFrom(...around));

/** Texts that approve, or nearly. */
export const nearApproval = fc
  .tuple(anySurroundings, fc.constantFrom(...approvalVerbs, "通過"), anySurroundings)
  .map((parts) => parts.join(""));

const anyNumber = fc.integer({ min: 1, max: numberMost });

export const anyNumbers = fc.uniqueArray(anyNumber, { minLength: 1, maxLength: numbersMost });

const anyReason = fc.constantFrom(
  ...[
    "照片看不清",
    "5月没有活动",
    "这是哪天的？",
    "  不算重大贡献。",
    "日期不對，请改",
    "和2号是同一次",
    "👎",
  ],
);

const plain = { noNullPrototype: true };

export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant("todo"), page: fc.constantFrom("first", "next") }, plain),
  fc.record({ kind: fc.constant("show"), number: anyNumber }, plain),
  fc.record({ kind: fc.constantFrom("approve", "major"), numbers: anyNumbers }, plain),
  fc.record(
    {
      kind: fc.constant("return"),
      number: anyNumber,
      reason: anyReason.map((reason) => reason.trim()),
    },
    plain,
  ),
  fc.record(
    {
      kind: fc.constantFrom(
        ...(["approveAll", "confirm", "cancel", "undo"] as const),
        ...(["board", "points", "posts", "submit", "help"] as const),
      ),
    },
    plain,
  ),
);

export const isCommand = (said: Heard): said is Command =>
  said.kind !== "refused" && said.kind !== "unclear";

export const approves = ({ kind }: Heard): boolean =>
  kind === "approve" || kind === "approveAll" || kind === "major";
