import assert from "node:assert/strict";
import { test } from "node:test";
import { toView } from "../../../../miniprogram/packages/committee/desk/view.ts";

const nothing = {
  decisions: 0,
  papers: [],
  objections: 0,
  toReview: 0,
  stories: 0,
  nominations: 0,
  drafted: false,
};

test("what waits stands first with its number, and what does not is left out", () => {
  const { groups } = toView({ ...nothing, decisions: 2, papers: [2013, 2012], toReview: 7 });
  assert.deepEqual(
    groups[0]?.links.map(({ title, count }) => [title, count]),
    [
      ["记分，等您确认", 2],
      ["2013年纸质一本通", 1],
      ["2012年纸质一本通", 1],
      ["申报和认领，等审核", 7],
    ],
  );
  assert.deepEqual(toView(nothing).groups[0]?.links, []);
});

test("a draft of the rulebook is mentioned, without a number", () => {
  const [link] = toView({ ...nothing, drafted: true }).groups[0]?.links ?? [];
  assert.deepEqual([link?.title, link?.count], ["积分细则的草稿", 0]);
});

test("everything the committee does has its link, whatever waits", () => {
  const urls = toView(nothing).groups.flatMap(({ links }) => links.map(({ url }) => url));
  for (const page of ["members/index?to=decide", "members/index?to=correct", "paper", "settings"]) {
    assert(
      urls.some((url) => url.includes(`/packages/committee/${page}`)),
      page,
    );
  }
});
