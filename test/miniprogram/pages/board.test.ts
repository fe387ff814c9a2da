import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../core/api.ts";
import {
  appended,
  firstWish,
  inputOf,
  monthChoices,
  shareCard,
  toView,
} from "../../../miniprogram/pages/board/view.ts";

type Reply = Api["getBoard"]["output"];
type Row = Reply["rows"][number];

const row = (fields: Partial<Row> = {}): Row => ({
  ...{ rank: 1, name: "张桂英", branch: "第二党支部", grid: "第一网格", points: 1000 },
  ...fields,
});

const board = (fields: Partial<Reply> = {}): Reply => ({
  ...{ village: "汤角村", year: 2014, by: "members", total: 318_200, totalYearBefore: 131_800 },
  ...{ years: [2014, 2013], ranked: true, rows: [row()], more: false },
  ...fields,
});

const rowsOf = (reply: Reply) => toView(reply).pages.flatMap(({ rows }) => rows);

test("the first look asks for the members of the open year", () => {
  assert.deepEqual(inputOf("tangjiao", firstWish, 0), {
    villageId: "tangjiao",
    by: "members",
    skip: 0,
  });
});

test("the third month is asked for as 03, and the whole year as no month", () => {
  assert.equal(monthChoices[3], "3月");
  assert.equal(inputOf("tangjiao", { by: "grids", year: 2013, month: 3 }, 20).month, "03");
  assert.equal(monthChoices[0], "全年");
  assert.equal("month" in inputOf("tangjiao", { by: "grids", year: 2013, month: 0 }, 0), false);
});

test("a year stands beside the year before, a month beside the same month of the year before", () => {
  const year = toView(board());
  assert.deepEqual([year.period, year.periodBefore], ["2014年", "2013年"]);
  const month = toView(board({ month: "03" }));
  assert.deepEqual([month.period, month.periodBefore], ["2014年3月", "2013年3月"]);
});

test("no year before is shown where there were no booklets", () => {
  const { totalYearBefore: _, ...first } = board();
  assert.equal(toView(first).totalBefore, "");
});

test("ranks one to three have medals, and who shares a rank shares its medal", () => {
  const rows = [1, 1, 3, 4].map((rank) => row({ rank }));
  assert.deepEqual(
    rowsOf(board({ rows })).map(({ medal }) => medal),
    ["gold", "gold", "bronze", ""],
  );
});

test("nobody gets a medal for no points", () => {
  const rows = [row({ rank: 1, points: 500 }), row({ rank: 2, points: 0 })];
  assert.equal(rowsOf(board({ rows }))[1]?.medal, "");
});

test("a village that does not rank shows no rank and no medal", () => {
  const { rank: _, ...unranked } = row();
  const [shown] = rowsOf(board({ ranked: false, rows: [unranked] }));
  assert.deepEqual([shown?.rank, shown?.medal], ["", ""]);
});

test("a member is told with branch and grid, a branch with its number of members", () => {
  assert.equal(rowsOf(board())[0]?.note, "第二党支部\u00a0· 第一网格");
  const branch: Row = { rank: 1, name: "第二党支部", members: 13, points: 1000 };
  assert.equal(rowsOf(board({ by: "branches", rows: [branch] }))[0]?.note, "13名党员");
});

test("a period without points says so instead of listing zeros", () => {
  assert.equal(toView(board({ total: 0, rows: [row({ points: 0 })] })).empty, true);
});

test("a total of zero made of gains and losses is not an empty period", () => {
  const rows = [row({ points: 200 }), row({ points: -200 })];
  assert.equal(toView(board({ total: 0, rows })).empty, false);
});

test("a further page is added under the rows before it, which are not sent again", () => {
  const view = toView(board({ rows: Array.from({ length: 20 }, () => row()), more: true }));
  const changes = appended(view, board({ rows: [row({ name: "李建国" })] }));
  assert.deepEqual(Object.keys(changes), ["view.pages[1]", "view.shown", "view.end"]);
  assert.deepEqual([changes["view.shown"], changes["view.end"]], [21, "all"]);
});

test("every row has a place of its own in the list, also across pages and equal ranks", () => {
  const rows = Array.from({ length: 20 }, () => row());
  const view = toView(board({ rows, more: true }));
  const { "view.pages[1]": second } = appended(view, board({ rows })) as Record<
    string,
    (typeof view.pages)[number]
  >;
  const places = [...view.pages, second].flatMap((page) => page?.rows.map(({ place }) => place));
  assert.equal(new Set(places).size, 40);
});

test("the shared card says which period was looked at", () => {
  assert.equal(shareCard(toView(board()), "tangjiao").title, "汤角村积分榜 2014年");
});
