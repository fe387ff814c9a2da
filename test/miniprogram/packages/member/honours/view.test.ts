import assert from "node:assert/strict";
import { test } from "node:test";
import { toView } from "../../../../../miniprogram/packages/member/honours/view.ts";

const row = (day: string, title: string) => ({
  ...{ name: "张三", branch: "第一党支部", title, level: "镇级", day },
});

test("honours stand by year in the order they came, each with level and day", () => {
  const rows = [row("2014-12-30", "甲"), row("2014-03-05", "乙"), row("2013-07-01", "丙")];
  const { years } = toView(rows, true);
  assert.deepEqual(
    years.map(({ year, honours }) => [year, honours.map(({ title }) => title)]),
    [
      ["2014年", ["甲", "乙"]],
      ["2013年", ["丙"]],
    ],
  );
  assert.equal(years[0]?.honours[1]?.about, "镇级\u00a0· 3月5日");
});

test("each has a place of its own on the page, though two may read the same", () => {
  const { years } = toView([row("2014-03-05", "甲"), row("2014-03-05", "甲")], false);
  assert.deepEqual(
    years[0]?.honours.map(({ place }) => place),
    [0, 1],
  );
});
