import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Chat, Item } from "../../../core/chat/chat.ts";
import { grantOfEntering, grantOfWriting, left, noGrant, spent } from "../../../core/chat/grant.ts";
import { planOf, type Times } from "../../../core/chat/plan.ts";
import { bytesMost, bytesOf, listText } from "../../../core/chat/texts.ts";
import { noon, pending } from "../support.ts";
import { anyNumbers } from "./support.ts";

const after = (ms: number): string => new Date(Date.parse(noon) + ms).toISOString();
const minute = 60_000;

const item = (number: number): Item => ({
  ...{ number, submissionId: `s${number}`, submittedAt: noon, member: "某某", rule: "环境卫生" },
  usual: { gradeId: "normal", points: 200 },
  ...(number % 2 === 0 ? { higher: { gradeId: "major", points: 300 } } : {}),
});

const chat = (changes: Partial<Chat> = {}): Chat => ({
  ...{ id: "o", villageId: "", decided: [], grant: noGrant },
  list: { shownAt: noon, items: [1, 2, 3, 4, 5, 6].map(item) },
  question: { askedAt: "", items: [] },
  ...changes,
});

const at = (ms: number): Times => ({ writtenAt: after(ms), at: after(ms) });

test("a command is done to exactly those of its numbers that the list has", () => {
  fc.assert(
    fc.property(anyNumbers, (numbers) => {
      const plan = planOf({ kind: "approve", numbers }, chat(), at(minute));
      assert(plan.kind === "do");
      const done = plan.deeds.map(({ item: { number } }) => number);
      assert.deepEqual(
        done,
        numbers.filter((one) => one <= 6),
      );
      const missed = plan.missed.map(({ number }) => number);
      assert.deepEqual(
        missed,
        numbers.filter((one) => one > 6),
      );
    }),
  );
});

test("重大 approves at the grade above, and not where there is none", () => {
  const plan = planOf({ kind: "major", numbers: [1, 2] }, chat(), at(minute));
  assert(plan.kind === "do");
  assert.deepEqual(plan.deeds, [
    { kind: "approve", item: item(2), grading: { gradeId: "major", points: 300 } },
  ]);
  assert.deepEqual(plan.missed, [{ number: 1, why: "no_higher_grade" }]);
});

test("a list is good for twelve hours, and not for what was written before it was shown", () => {
  const command = { kind: "approve", numbers: [1] } as const;
  const outdated = { kind: "none", why: "list_outdated" } as const;
  assert.equal(planOf(command, chat(), at(12 * 60 * minute)).kind, "do");
  assert.deepEqual(planOf(command, chat(), at(12 * 60 * minute + 1)), outdated);
  const early = { writtenAt: after(-1000), at: after(minute) };
  assert.deepEqual(planOf(command, chat(), early), outdated);
  const sameSecond = { writtenAt: after(-999), at: after(minute) };
  assert.equal(planOf(command, chat(), sameSecond).kind, "do");
});

test("确认 does what was asked about, within five minutes", () => {
  const asked = chat({ question: { askedAt: noon, items: [item(2), item(3)] } });
  const confirm = { kind: "confirm" } as const;
  const plan = planOf(confirm, asked, at(5 * minute));
  assert(plan.kind === "do");
  assert.deepEqual(
    plan.deeds.map((deed) => [deed.kind, deed.item.number]),
    [
      ["approve", 2],
      ["approve", 3],
    ],
  );
  const late = planOf(confirm, asked, at(5 * minute + 1));
  assert.deepEqual(late, { kind: "none", why: "question_outdated" });
  const early = planOf(confirm, asked, { writtenAt: after(-1000), at: after(1) });
  assert.deepEqual(early, { kind: "none", why: "nothing_asked" });
  assert.deepEqual(planOf(confirm, chat(), at(1)), { kind: "none", why: "nothing_asked" });
});

test("after writing five messages are left for two days, after opening two for a minute", () => {
  const written = grantOfWriting(noon);
  const used = [1, 2, 3, 4, 5].reduce((grant) => spent(grant), written);
  assert.equal(left(written, noon), 5);
  assert.equal(left(used, noon), 0);
  assert.equal(left(written, after(48 * 60 * minute)), 0);
  assert.equal(left(grantOfEntering(noGrant, noon), noon), 2);
  assert.equal(left(grantOfEntering(noGrant, noon), after(minute)), 0);
  assert.equal(left(grantOfEntering(spent(written), noon), noon), 4);
  assert.equal(left(grantOfEntering(used, noon), noon), 2);
});

test("five of the longest submissions fit into one message", () => {
  const long = "很".repeat(200);
  const submission = {
    ...pending({ duty: { text: long, photos: Array(9).fill("photo") } }),
    quantity: 100,
    recorder: { id: "r", name: long, consent: "当面说好的" },
  };
  const listed = [96, 97, 98, 99, 100].map((number) => {
    const names = { member: long, rule: long, higher: { gradeId: "major", points: 1_000_050 } };
    return { item: { ...item(number), ...names }, submission };
  });
  const text = listText({ listed, following: 9_999, total: 9_999, claims: 9_999 });
  assert(bytesOf(text) <= bytesMost, `${bytesOf(text)} bytes`);
});
