import type { Api } from "../../../../core/api.ts";
import { type Ready, toView } from "../../../pages/board/view";
import type { Wish } from "../../../pages/board/wish";

/** What a shared picture of the board says. */
export type Content = Readonly<{
  title: string;
  period: string;
  /** "全村3,182分，2013年度1,318分" */
  totals: string;
  /** What is listed, and in which order. */
  heading: string;
  rows: ReadonlyArray<Readonly<{ rank: string; name: string; note: string; points: string }>>;
  /** Under the list. */
  ending: string;
  /** Beside the code. */
  hint: string;
}>;

/** A picture is read in a chat: more lines would be too small. */
const rowsMost = 10;

export function contentOf(reply: Api["getBoard"]["output"], wish: Wish): Content {
  const view = toView(reply, wish);
  const rows = view.pages.flatMap((page) => page.rows).slice(0, rowsMost);
  return {
    title: `${view.village}积分榜`,
    period: view.period,
    totals: [
      `全村${view.total}分`,
      ...(view.totalBefore ? [`${view.periodBefore}${view.totalBefore}分`] : []),
    ].join("，"),
    heading: headingOf(reply.by, view),
    rows: rows.map(({ rank, name, note, points }) => ({ rank, name, note, points })),
    ending: endingOf(reply, rows.length),
    hint: "微信扫一扫，看整张榜",
  };
}

const groups = { members: "党员", branches: "党支部", grids: "网格" } as const;
const units = { members: "名", branches: "个", grids: "个" } as const;

function headingOf(by: keyof typeof groups, { ranked, orders }: Ready): string {
  if (!ranked) return `${groups[by]}，不排名次`;
  const chosen = orders.find((one) => one.chosen)?.title ?? "按积分";
  return `${groups[by]}，${chosen}`;
}

/** Where the village does not rank, the first of a list are not the foremost. */
function endingOf({ by, count, ranked }: Api["getBoard"]["output"], listed: number): string {
  if (count <= listed) return "";
  return `一共${count}${units[by]}，${ranked ? "这里是前" : "这里列了"}${listed}${units[by]}`;
}

/** The whole picture in words, for whoever has it read out. */
export const spoken = ({ title, period, totals, heading, rows, ending }: Content): string =>
  [
    `${title}${period}`,
    totals,
    heading,
    ...rows.map(
      ({ rank, name, points }) =>
        `${rank ? `第${rank}名` : ""}${name}${points ? `${points}分` : ""}`,
    ),
    ...(ending ? [ending] : []),
  ].join("。");
