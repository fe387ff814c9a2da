import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../core/api.ts";
import { appended, shareCard, toView } from "../../../miniprogram/pages/board/view.ts";
import {
  firstWish,
  inputOf,
  partChoices,
  queryOf,
  type Wish,
  wishOf,
} from "../../../miniprogram/pages/board/wish.ts";

type Reply = Api["getBoard"]["output"];
type Row = Reply["rows"][number];

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

const row = (fields: Partial<Row> = {}): Row => ({
  ...{ rank: 1, name: "张桂英", branch: "第二党支部", grid: "第一网格", points: 1000 },
  ...fields,
});

const board = (fields: Partial<Reply> = {}): Reply => ({
  ...{ village: "汤角村", year: 2014, by: "members", total: 318_200, totalYearBefore: 131_800 },
  ...{ title: "2014年度", titleBefore: "2013年度", months, order: "total", count: 1 },
  ...{ years: [2014, 2013], ranked: true, rows: [row()], more: false },
  ...fields,
});

const shown = (reply: Reply, wish: Partial<Wish> = {}, start = 0) =>
  toView(reply, { ...firstWish, ...wish }, start);
const rowsOf = (reply: Reply, wish: Partial<Wish> = {}) =>
  shown(reply, wish).pages.flatMap(({ rows }) => rows);

test("the first look asks for the members of the open year", () => {
  assert.deepEqual(inputOf("tangjiao", firstWish, 0), {
    ...{ villageId: "tangjiao", by: "members", order: "total", search: "", skip: 0 },
  });
});

test("a month, a quarter or the whole year is asked for, never two of them", () => {
  const asked = (part: string) => {
    const { month, quarter } = inputOf("tangjiao", { ...firstWish, part }, 20);
    return [month, quarter];
  };
  assert.deepEqual(asked("m03"), ["03", undefined]);
  assert.deepEqual(asked("q2"), [undefined, 2]);
  assert.deepEqual(asked("year"), [undefined, undefined]);
});

test("members have no average, and branches are not searched: neither is asked for", () => {
  const wish: Wish = { ...firstWish, order: "average", search: "张" };
  const members = inputOf("tangjiao", wish, 0);
  assert.deepEqual([members.order, members.search], ["total", "张"]);
  const branches = inputOf("tangjiao", { ...wish, by: "branches" }, 0);
  assert.deepEqual([branches.order, branches.search], ["average", ""]);
});

test("the months to choose stand in the order of the village's year, after the quarters", () => {
  const fromDecember = ["12", ...months.slice(0, 11)];
  assert.deepEqual(
    partChoices(fromDecember)
      .map(({ title }) => title)
      .slice(0, 7),
    ["全年", "第一季度", "第二季度", "第三季度", "第四季度", "12月", "1月"],
  );
});

test("a shared card opens the very board that was looked at, also of the open year", () => {
  const wish: Wish = { ...firstWish, by: "grids", part: "q1", order: "progress" };
  const { title, path } = shareCard(
    shown(board({ title: "2014年第一季度" }), wish),
    wish,
    "tangjiao",
  );
  assert.equal(title, "汤角村积分榜 2014年第一季度");
  const query = Object.fromEntries(new URLSearchParams(path.split("?")[1]));
  assert.equal(query.village, "tangjiao");
  assert.deepEqual(wishOf(query), { ...wish, year: 2014 });
});

test("a scanned code opens its board; what nobody knows is as at the first look", () => {
  const scene = encodeURIComponent("tangjiao.2014.m03.branches");
  assert.deepEqual(wishOf({ scene }), { ...firstWish, year: 2014, part: "m03", by: "branches" });
  assert.deepEqual(wishOf({ scene: "tangjiao" }), firstWish);
  assert.deepEqual(wishOf({ year: "x", part: "m13", by: "all", order: "names" }), firstWish);
  assert.equal(queryOf(firstWish), "part=year&by=members&order=total");
});

test("no year before is shown where there were no booklets, and no progress is offered", () => {
  const { totalYearBefore: _, ...first } = board();
  const view = shown(first);
  assert.deepEqual([view.totalBefore, view.orders], ["", []]);
});

test("branches are ordered by total, by average or by progress, members not by average", () => {
  const titles = (reply: Reply) => shown(reply).orders.map(({ title }) => title);
  assert.deepEqual(titles(board()), ["按积分", "按进步"]);
  assert.deepEqual(titles(board({ by: "branches" })), ["按总分", "按人均", "按进步"]);
});

test("an average says how many members and points are behind it", () => {
  const rows = [row({ name: "第二党支部", members: 13, points: 42_100, average: 3238 })];
  const [first] = rowsOf(board({ by: "branches", order: "average", rows: rows.map(groupOf) }));
  assert.deepEqual([first?.points, first?.note], ["32.38", "13名党员\u00a0· 421分"]);
});

/** A branch's row has no branch and no grid of its own. */
const groupOf = ({ branch: _branch, grid: _grid, ...group }: Row): Row => group;

test("progress has a sign, and says what it is measured against", () => {
  const rows = [row({ change: 300 }), row({ change: -200 })];
  const reply = board({ order: "progress", rows, comparedUntil: "11" });
  assert.deepEqual(
    rowsOf(reply).map(({ points }) => points),
    ["+3", "−2"],
  );
  assert.equal(shown(reply).compared, "和2013年度比，只比到11月。");
});

test("whoever has no booklet of the year before has no progress, and the row says why", () => {
  const { rank: _, ...newcomer } = row();
  const [first] = rowsOf(board({ order: "progress", rows: [newcomer] }));
  assert.deepEqual([first?.points, first?.rank], ["", ""]);
  assert.match(first?.note ?? "", /10分.*去年没有本子$/);
});

test("the own place is said, marked in the list, and leads to its page", () => {
  const own = { rank: 61, name: "张桂英", points: 1000, place: 61, skip: 60 };
  const rows = [row(), row(), row()];
  const view = shown(board({ mine: own, rows }), {}, 60);
  assert.deepEqual(view.mine, {
    ...{ title: "我排第61名", note: "点一下，翻到那一页", points: "10", skip: 60 },
  });
  assert.deepEqual(
    view.pages[0]?.rows.map((one) => one.own),
    [false, true, false],
  );
});

test("while searching no row is taken for the own one", () => {
  const own = { rank: 1, name: "张桂英", points: 1000, place: 0, skip: 0 };
  const view = shown(board({ mine: own, count: 3 }), { search: "李" });
  assert.deepEqual([view.mine, view.pages[0]?.rows[0]?.own], [undefined, false]);
  assert.equal(view.found, "找到3名");
});

test("where the village does not rank, the own place has no rank and nothing is ordered", () => {
  const { order: _, ...unranked } = board({
    ...{ ranked: false, mine: { name: "张桂英", points: 1000, place: 0, skip: 0 } },
  });
  const view = shown(unranked, { order: "progress" });
  assert.deepEqual([view.mine?.title, view.orders, view.compared], ["我的积分", [], ""]);
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
  assert.equal(shown(board({ total: 0, rows: [row({ points: 0 })] })).empty, true);
});

test("a total of zero made of gains and losses is not an empty period", () => {
  const rows = [row({ points: 200 }), row({ points: -200 })];
  assert.equal(shown(board({ total: 0, rows })).empty, false);
});

test("a further page is added under the rows before it, which are not sent again", () => {
  const view = shown(board({ rows: Array.from({ length: 20 }, () => row()), more: true }));
  const changes = appended(view, board({ rows: [row({ name: "李建国" })] }));
  assert.deepEqual(Object.keys(changes), ["view.pages[1]", "view.shown", "view.end"]);
  assert.deepEqual([changes["view.shown"], changes["view.end"]], [21, "all"]);
});

test("every row has a place of its own in the list, also across pages and equal ranks", () => {
  const rows = Array.from({ length: 20 }, () => row());
  const view = shown(board({ rows, more: true }));
  const { "view.pages[1]": second } = appended(view, board({ rows })) as Record<
    string,
    (typeof view.pages)[number]
  >;
  const places = [...view.pages, second].flatMap((page) => page?.rows.map(({ place }) => place));
  assert.equal(new Set(places).size, 40);
});
