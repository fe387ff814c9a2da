import assert from "node:assert/strict";
import { test } from "node:test";
import type { PublicationRow } from "../../../core/publications/list.ts";
import type { Published } from "../../../core/publications/publication.ts";
import { wallSheetOf } from "../../../core/publications/wallSheet.ts";

const root = "770655ae".repeat(8);

const publication: Published = {
  ...{ id: "v-2014-q1", villageId: "v", year: 2014, part: "q1", title: "2014年第一季度" },
  ...{ from: "2014-01-01", until: "2014-03-31", names: "full", ranked: true },
  ...{ begunBy: { id: "v-m1", name: "发起人" }, begunAt: "2014-04-02T00:00:00.000Z" },
  ...{ status: "published", publishedOn: "2014-04-02", publishedAt: "2014-04-02T00:00:00.000Z" },
  ...{ objectionsUntil: "2014-04-09", root, members: 2, points: 85_250, bands: [] },
};

const row = (fields: Partial<PublicationRow>): PublicationRow => ({
  ...{ id: "r", memberId: "v-m2", publicationId: publication.id, order: 1, rank: 1 },
  ...{ accountId: "v-m2_2014", from: publication.from, until: publication.until },
  ...{ name: "张桂英", branch: "第二党支部", grid: "第一网格", points: 250, score: 250 },
  ...{ seq: 1, head: "0", pieces: [] },
  ...fields,
});

const code = { contentType: "image/png", base64: "AAAA" };
const titles = (of: Published, rows: readonly PublicationRow[]) =>
  wallSheetOf("汤角村", of, rows, code).columns.map(({ title }) => title);

test("the sheet says which list it is, its days, and until when it can be objected to", () => {
  const { title, lines, rows } = wallSheetOf("汤角村", publication, [row({})], code);
  assert.equal(title, "汤角村党员积分公示");
  assert.deepEqual(lines, [
    "2014年第一季度（2014年1月1日到2014年3月31日）",
    "共2名党员，这段时间共852.5分",
    "2014年4月2日公示，到2014年4月9日可以提异议",
  ]);
  assert.deepEqual(rows, [["1", "张桂英", "第二党支部", "第一网格", "2.5"]]);
});

test("the root stands in full on a line of its own", () => {
  assert.equal(wallSheetOf("汤角村", publication, [row({})], code).footer[1], root);
});

test("without a code nothing asks to scan one", () => {
  const { footer } = wallSheetOf("汤角村", publication, [row({})], undefined);
  assert.equal(
    footer.some((line) => line.includes("扫")),
    false,
  );
});

test("a scale and bands have columns of their own, where the rulebook has them", () => {
  assert.deepEqual(titles(publication, [row({})]), ["名次", "姓名", "党支部", "网格", "积分"]);
  assert.deepEqual(titles(publication, [row({ score: 6250, band: "合格" })]), [
    ...["名次", "姓名", "党支部", "网格", "本期得分", "积分", "等次"],
  ]);
});

test("where the village does not rank, rows are numbered in their order", () => {
  const { rank: _, ...unranked } = row({ order: 7 });
  const sheet = wallSheetOf("汤角村", { ...publication, ranked: false }, [unranked], code);
  assert.deepEqual([sheet.columns[0]?.title, sheet.rows[0]?.[0]], ["序号", "7"]);
});
