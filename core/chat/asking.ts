import type { Caller, Visitor } from "../kernel/operation.ts";
import { pointsText } from "../kernel/points.ts";
import { sentences } from "../kernel/refusal.ts";
import { localDate, monthOf, yearOf } from "../kernel/time.ts";
import { villages } from "../villages/village.ts";
import type { Answered } from "./door.ts";
import { howToSignIn } from "./texts.ts";
import { type Scene, saying, type Turn } from "./turn.ts";

/** What members and strangers ask for: answered in the words of the same operations that the pages show. */

const rowsMost = 10;

const refused = ({ code, message }: Extract<Answered<unknown>, { ok: false }>): Turn =>
  saying(message, {}, code);

/** A member's own; of a stranger the one whose page led here, or the only one there is. */
async function villageOf({ db, caller, chat }: Scene): Promise<string | undefined> {
  if (caller.id !== undefined) return caller.villageId;
  if (chat.villageId !== "") return chat.villageId;
  const [only, ...others] = await db.find(villages, { where: {}, limit: 2 });
  return others.length === 0 ? only?.id : undefined;
}

/** 榜: the first ten; where the village does not rank, its branches. */
export async function boardTurn(scene: Scene): Promise<Turn> {
  const villageId = await villageOf(scene);
  if (villageId === undefined) return saying("请打开小程序，点“积分榜”看您的村。");
  const reply = await scene.ask("getBoard", { villageId });
  if (!reply.ok) return refused(reply);
  const shown = reply.value.ranked
    ? reply
    : await scene.ask("getBoard", { villageId, by: "branches" });
  if (!shown.ok) return refused(shown);
  const { village, title, total, rows, count, mine } = shown.value;
  const own = mine && scene.caller.id !== undefined && reply.value.ranked ? [placeText(mine)] : [];
  return saying(
    [
      `${village}${title}积分榜，一共${pointsText(total)}分：`,
      ...rows.slice(0, rowsMost).map(rowText),
      ...(count > rowsMost ? [`一共${count}位，其余请在小程序里看。`] : []),
      ...own,
    ].join("\n"),
  );
}

type Standing = Readonly<{ rank?: number | undefined; name: string; points: number }>;

const rowText = ({ rank, name, points }: Standing): string =>
  `${rank === undefined ? "" : `${rank} `}${name} ${pointsText(points)}分`;

const placeText = ({ rank, points }: Standing): string =>
  `您：${pointsText(points)}分${rank === undefined ? "" : `，第${rank}名`}`;

/** 积分: one's own of this year and this month, and the place where the village ranks. */
export async function pointsTurn(scene: Scene): Promise<Turn> {
  const { caller, ask, times } = scene;
  if (caller.id === undefined) return strangerTurn();
  const { villageId } = caller;
  const year = await ask("getBoard", { villageId });
  if (!year.ok) return refused(year);
  const { mine, title, months } = year.value;
  if (!mine) return saying(sentences.year_not_open, {}, "year_not_open");
  const today = localDate(times.at);
  const isOpen = yearOf(today, Number(months[0])) === year.value.year;
  const month = isOpen ? await ask("getBoard", { villageId, month: monthOf(today) }) : undefined;
  return saying(
    [
      `${title}：${pointsText(mine.points)}分${mine.rank === undefined ? "" : `，第${mine.rank}名`}`,
      ...(month?.ok && month.value.mine ? [`本月：${pointsText(month.value.mine.points)}分`] : []),
      "每一分从哪里来，请看小程序里的“我的一本通”。",
    ].join("\n"),
  );
}

const claimStatus = {
  pending: "等书记确认",
  confirmed: "已确认",
  returned: "退回了",
  withdrawn: "已撤回",
} as const;

/** 我的岗位: one's claims of the open year. */
export async function postsTurn({ caller, ask }: Scene): Promise<Turn> {
  if (caller.id === undefined) return strangerTurn();
  const reply = await ask("listPosts", {});
  if (!reply.ok) return refused(reply);
  const { year, posts } = reply.value;
  const lines = posts.flatMap(({ title, claim }) =>
    claim ? [`${title}，${claim.grid}：${claimStatus[claim.status]}`] : [],
  );
  return lines.length === 0
    ? saying(`您${year}年还没有认领岗位。打开小程序，点“认领岗位”看看哪里还缺人。`)
    : saying([`您${year}年的岗位：`, ...lines].join("\n"));
}

/** 申报: the card that opens the form. */
export const submitTurn = ({ caller }: Readonly<{ caller: Caller | Visitor }>): Turn =>
  caller.id === undefined
    ? strangerTurn()
    : {
        message: { kind: "card", title: "写做了什么", page: "packages/member/submit/index" },
        ...{ changes: {}, outcome: "ok" },
      };

const strangerTurn = (): Turn => saying(howToSignIn, {}, "not_signed_in");
