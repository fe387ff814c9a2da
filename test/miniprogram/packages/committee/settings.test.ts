import assert from "node:assert/strict";
import { test } from "node:test";
import type { Api } from "../../../../core/api.ts";
import {
  dayChoices,
  settingsOf,
  toView,
} from "../../../../miniprogram/packages/committee/settings/view.ts";

const reply: Api["getSettings"]["output"] = {
  ...{ boardNames: "masked", boardRanked: true, objectionDays: 7, answerDays: 15 },
  ...{ fewerThan: 5, openYear: 2026, next: { year: 2027, from: "2027-01-01", begun: false } },
};

test("what holds is chosen, and the days stand where the picker has them", () => {
  const view = toView(reply);
  assert.deepEqual(
    view.names.map(({ value, chosen }) => [value, chosen]),
    [
      ["full", false],
      ["masked", true],
    ],
  );
  assert.deepEqual(
    [dayChoices[view.objectionIndex], dayChoices[view.answerIndex]],
    ["7天", "15天"],
  );
});

test("a year is opened only once it has begun, and the warning says what it ends", () => {
  assert.deepEqual(toView(reply).year, {
    ...{ now: "现在开着2026年的账。", note: "2027年的账，到2027年1月1日才能开。", button: "" },
  });
  const begun = toView({ ...reply, next: { ...reply.next, begun: true } }).year;
  assert.equal(begun.button, "开2027年的账");
  assert.match(begun.note, /2026年做的事就不能再申报了/);
});

test("nothing but the settings goes back", () => {
  assert.deepEqual(settingsOf(reply), {
    ...{ boardNames: "masked", boardRanked: true, objectionDays: 7, answerDays: 15 },
    fewerThan: 5,
  });
});
