import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";

type Reply = Api["getSettings"]["output"];
type Settings = Api["changeSettings"]["input"];

export type ChoiceView = Readonly<{ value: string; title: string; note: string; chosen: boolean }>;

export type Ready = Readonly<{
  kind: "ready";
  reply: Reply;
  names: readonly ChoiceView[];
  ranked: readonly ChoiceView[];
  hidden: readonly ChoiceView[];
  objectionIndex: number;
  objectionDays: string;
  answerIndex: number;
  answerDays: string;
  /** `button` is "" while there is nothing to open. */
  year: Readonly<{ now: string; note: string; button: string }>;
}>;

/** As the village has it; the server refuses more. */
const daysMost = 60;

export const dayChoices: readonly string[] = Array.from(
  { length: daysMost },
  (_, index) => `${index + 1}天`,
);

export const toView = (reply: Reply): Ready => ({
  kind: "ready",
  reply,
  names: [
    {
      ...{ value: "full", title: "写全名", note: "张三，和墙上的榜一样" },
      chosen: reply.boardNames === "full",
    },
    {
      ...{ value: "masked", title: "只写姓", note: "张*，不登录的人看不到全名" },
      chosen: reply.boardNames === "masked",
    },
  ],
  ranked: [
    {
      ...{ value: "yes", title: "排名次", note: "积分高的在前" },
      chosen: reply.boardRanked,
    },
    {
      ...{ value: "no", title: "不排名次", note: "按支部列出，不比高低" },
      chosen: !reply.boardRanked,
    },
  ],
  hidden: [0, 3, 5, 10].map((fewerThan) => ({
    value: String(fewerThan),
    title: fewerThan === 0 ? "都写出来" : `少于${fewerThan}的只写“<${fewerThan}”`,
    note: fewerThan === 0 ? "户数、人口再少也写" : "免得从人数认出是谁家",
    chosen: reply.fewerThan === fewerThan,
  })),
  objectionIndex: reply.objectionDays - 1,
  objectionDays: `${reply.objectionDays}天`,
  answerIndex: reply.answerDays - 1,
  answerDays: `${reply.answerDays}天`,
  year: yearView(reply),
});

function yearView({ openYear, next }: Reply): Ready["year"] {
  const now = `现在开着${openYear}年的账。`;
  return next.begun
    ? { now, note: openingWarning(openYear), button: `开${next.year}年的账` }
    : { now, note: `${next.year}年的账，到${fullDayText(next.from)}才能开。`, button: "" };
}

/** What comes of opening the next year, before it is done. */
export const openingWarning = (openYear: number): string =>
  `开了以后，${openYear}年做的事就不能再申报了。没审核完的还可以审核。开账不能撤回。`;

/** The settings alone, as they are sent back. */
export const settingsOf = ({
  boardNames,
  boardRanked,
  objectionDays,
  answerDays,
  fewerThan,
}: Reply): Settings => ({
  ...{ boardNames, boardRanked, objectionDays, answerDays, fewerThan },
});
