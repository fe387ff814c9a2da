import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createApp } from "../../../core/app.ts";
import type { Command } from "../../../core/chat/command.ts";
import { print } from "../../../core/chat/print.ts";
import { localDate } from "../../../core/kernel/time.ts";
import type { Entry } from "../../../core/ledger/entry.ts";
import { entries } from "../../../core/ledger/entry.ts";
import { createPush } from "../../../core/push.ts";
import { submissions } from "../../../core/submissions/submission.ts";
import { memoryDatabase, quietPorts } from "../../support/memory.ts";

/**
 * Random conversations of two reviewers, with others handing in, mending and deciding meanwhile. Beside them an
 * onlooker reads what each of them is shown, and expects what a person would: that the numbers mean what
 * they saw, and that nothing else is ever decided.
 */

const morning = Date.parse("2026-05-20T01:00:00.000Z");
const minute = 60_000;
const reviewers = ["chief", "deputy"] as const;
type Reviewer = (typeof reviewers)[number];

type Step = Readonly<
  | { kind: "say"; who: Reviewer; text: string; twice: boolean }
  | { kind: "submit" }
  /** Of the first that was returned. */
  | { kind: "mend" }
  | { kind: "withdraw"; nth: number }
  | { kind: "wait"; minutes: number }
>;

const number = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 8 }) },
);
const numbers = fc.uniqueArray(number, { minLength: 1, maxLength: 3 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Command>({ kind: "todo", page: "first" }) },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: "todo", page: "next" }) },
  { weight: 4, arbitrary: numbers.map((some): Command => ({ kind: "approve", numbers: some })) },
  { weight: 1, arbitrary: numbers.map((some): Command => ({ kind: "major", numbers: some })) },
  {
    weight: 2,
    arbitrary: number.map((one): Command => ({ kind: "return", number: one, reason: "看不清" })),
  },
  { weight: 2, arbitrary: fc.constant<Command>({ kind: "approveAll" }) },
  { weight: 2, arbitrary: fc.constant<Command>({ kind: "confirm" }) },
  { weight: 1, arbitrary: fc.constant<Command>({ kind: "cancel" }) },
  { weight: 2, arbitrary: fc.constant<Command>({ kind: "undo" }) },
);
/** What nobody may take for an order. */
const talk = fc.constantFrom("好的", "通过了吗", "1", "不要通过 1", "帮助", "榜", "看 1");

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("say" as const),
      who: fc.constantFrom(...reviewers),
      text: fc.oneof({ weight: 8, arbitrary: command.map(print) }, { weight: 1, arbitrary: talk }),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: "submit" }) },
  { weight: 4, arbitrary: fc.constant<Step>({ kind: "mend" }) },
  { weight: 1, arbitrary: number.map((nth): Step => ({ kind: "withdraw", nth })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 6, 11, 800).map((minutes): Step => ({ kind: "wait", minutes })),
  },
);

/** A village in memory, founded by its own operations. */
async function found() {
  let now = morning;
  const db = memoryDatabase();
  const { ports, sent, failures } = quietPorts(() => new Date(now).toISOString());
  const needed = { ...ports, db, operators: ["operator"] };
  const app = createApp(needed);
  const push = createPush(needed);
  async function ask(openid: string, operation: string, input: unknown) {
    const reply = await app({ operation, input }, { openid, traceId: "t" });
    return reply;
  }
  async function must(openid: string, operation: string, input: unknown) {
    const reply = await ask(openid, operation, input);
    assert(reply.ok, `${operation}: ${JSON.stringify(reply)}`);
    return reply.value as { code: string };
  }
  const founder = { ordinal: 1, name: "发起人", hamlet: "东浜" };
  const { code } = await must("operator", "foundVillage", {
    ...{ villageId: "talk", name: "试村", town: "试镇", openYear: 2026, founder },
    branch: { ordinal: 1, name: "第一党支部" },
    grid: { ordinal: 1, name: "第一网格", hamlets: ["东浜"] },
  });
  await must("deputy", "signIn", { code });
  for (const [index, name] of ["chief", "anna"].entries()) {
    const ordinal = index + 2;
    const memberId = `talk-m${ordinal}`;
    const person = { ordinal, name, branchId: "talk-b1", hamlet: "东浜" };
    await must("deputy", "enrolMember", person);
    if (name === "chief") await must("deputy", "appoint", { memberId, roles: ["secretary"] });
    await must(name, "signIn", await must("deputy", "invite", { memberId }));
  }
  const restore = db.keep();
  return {
    ...{ db, ask, sent, failures },
    pass(ms: number) {
      now += ms;
    },
    now: () => now,
    begin() {
      restore();
      now = morning;
      sent.length = 0;
    },
    push: (event: object) => push(event, { source: "wx_push", traceId: "t" }),
  };
}

type World = Awaited<ReturnType<typeof found>>;

/** One submission as the onlooker knows it; `seen` is what stands in its text, so that a mended one is another. */
type Known = {
  id: string;
  seen: string;
  status: "pending" | "approved" | "returned" | "withdrawn";
  points: number;
  by: string;
  decidedAt: number;
};

/** What one reviewer has been shown, by what stood there and nothing else. */
type Sight = {
  list: Map<number, string>;
  listedAt: number;
  asked: string[];
  askedAt: number;
  last: string[];
};

type Onlooker = ReturnType<typeof onlookerAt>;

function onlookerAt(now: () => number) {
  const known: Known[] = [];
  const sights: Record<Reviewer, Sight> = { chief: nothingSeen(), deputy: nothingSeen() };
  const isListed = ({ list, listedAt }: Sight) =>
    now() - listedAt <= 12 * 60 * minute && list.size > 0;
  const isAsked = ({ askedAt }: Sight) => now() - askedAt <= 5 * minute;

  function decide(
    who: Reviewer,
    seen: readonly string[],
    status: "approved" | "returned",
    points: number,
  ): void {
    const done = known.filter((one) => seen.includes(one.seen) && one.status === "pending");
    for (const one of done) {
      const decided = { status, points: status === "approved" ? points : 0, by: who };
      Object.assign(one, { ...decided, decidedAt: now() });
    }
    if (done.length > 0) sights[who].last = done.map(({ id }) => id);
  }

  function undo(who: Reviewer): void {
    for (const one of known) {
      const isOwn = sights[who].last.includes(one.id) && one.by === who;
      const isDecided = one.status === "approved" || one.status === "returned";
      if (!isOwn || !isDecided || now() - one.decidedAt > 10 * minute) continue;
      Object.assign(one, { status: "pending", points: 0 });
    }
    sights[who].last = [];
  }

  /** Does to what is known what a message should do. */
  function said(who: Reviewer, text: string): void {
    const sight = sights[who];
    const order = /^(通过|重大|退回) ([\d ]+)/.exec(text);
    if (order && isListed(sight)) {
      const seen = (order[2] ?? "")
        .trim()
        .split(" ")
        .flatMap((one) => sight.list.get(Number(one)) ?? []);
      const points = order[1] === "通过" ? 200 : 300;
      decide(who, seen, order[1] === "退回" ? "returned" : "approved", points);
      sight.asked = [];
    }
    if (text === "确认" && isAsked(sight)) {
      decide(who, sight.asked, "approved", 200);
      sight.asked = [];
    }
    if (text === "取消" || (text === "撤销" && sight.last.length > 0)) sight.asked = [];
    if (text === "撤销") undo(who);
  }

  /** Reads an answer as the person does. */
  function answered(who: Reviewer, text: string, isNext: boolean): void {
    const sight = sights[who];
    const lines = [...text.matchAll(/(\d+) \S+：环境卫生\n　.*\n　(\S+)/g)];
    const numbered = lines.map(([, nth, seen = ""]) => [Number(nth), seen] as const);
    const isEnd = /没有等您审核的申报|后面没有了/.test(text);
    if (numbered.length > 0 || isEnd) {
      if (!isNext || !isListed(sight)) sight.list = new Map();
      Object.assign(sight, { listedAt: now(), asked: [] });
    }
    for (const [nth, seen] of numbered) sight.list.set(nth, seen);
    const [, asked] = /^要通过列表里的\d+件（([\d、]+)）/.exec(text) ?? [];
    if (asked === undefined) return;
    sight.asked = asked.split("、").map((nth) => sight.list.get(Number(nth)) ?? "?");
    sight.askedAt = now();
  }

  return { known, said, answered };
}

const nothingSeen = (): Sight => ({
  ...{ list: new Map(), listedAt: 0, asked: [], askedAt: 0, last: [] },
});

let msgId = 0;

async function take(world: World, onlooker: Onlooker, one: Step): Promise<void> {
  world.pass(1000); // people take their time
  switch (one.kind) {
    case "wait":
      return world.pass(one.minutes * minute);
    case "submit":
      return submit(world, onlooker);
    case "mend":
      return mend(
        world,
        onlooker.known.find(({ status }) => status === "returned"),
      );
    case "withdraw":
      return withdraw(world, onlooker.known[one.nth - 1]);
    case "say":
      return say(world, onlooker, one);
  }
}

const duty = (submissionId: string, text: string, at: number) => ({
  ...{ submissionId, ruleId: "cleanup", text, photos: [] },
  workedOn: localDate(new Date(at).toISOString()),
});

async function submit(world: World, { known }: Onlooker): Promise<void> {
  const id = `s${known.length + 1}`;
  await world.ask("anna", "submitDuty", duty(id, `事${id}`, world.now()));
  known.push({ id, seen: `事${id}`, status: "pending", points: 0, by: "", decidedAt: 0 });
}

async function mend(world: World, one: Known | undefined): Promise<void> {
  if (!one) return;
  Object.assign(one, { seen: `${one.seen}改`, status: "pending" });
  await world.ask("anna", "resubmitDuty", duty(one.id, one.seen, world.now()));
}

async function withdraw(world: World, one: Known | undefined): Promise<void> {
  if (one?.status !== "pending" && one?.status !== "returned") return;
  await world.ask("anna", "withdrawSubmission", { submissionId: one.id });
  one.status = "withdrawn";
}

async function say(world: World, onlooker: Onlooker, { who, text, twice }: Say): Promise<void> {
  msgId += 1;
  const event = {
    ...{ ToUserName: "gh", FromUserName: who, MsgType: "text", Content: text, MsgId: msgId },
    CreateTime: Math.floor(world.now() / 1000),
  };
  const before = world.sent.length;
  await world.push(event);
  if (twice) await world.push(event);
  assert.equal(world.sent.length, before + 1, "one answer to each message");
  const answer = world.sent[before];
  onlooker.said(who, text);
  if (answer?.message.kind === "text") {
    onlooker.answered(who, answer.message.text, text === "更多");
  }
}

type Say = Extract<Step, { kind: "say" }>;

/** The ledger says the same as the submissions: every point that stands is of a decision that stands. */
const balanceOf = (lines: readonly Entry[]): number =>
  lines.reduce((sum, { points }) => sum + points, 0);

test("1,000 random conversations leave exactly the decisions that their commands name", async () => {
  const world = await found();
  const steps = fc.array(step, { minLength: 4, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(steps, async (some) => {
      world.begin();
      const onlooker = onlookerAt(world.now);
      for (let nth = 0; nth < 3; nth++) await submit(world, onlooker);
      for (const one of some) {
        await take(world, onlooker, one);
        const kept = await world.db.find(submissions, {
          ...{ where: {}, orderBy: [["id", "asc"]], limit: 100 },
        });
        assert.deepEqual(
          kept.map((each) => [each.id, each.status, each.status === "approved" ? each.points : 0]),
          onlooker.known
            .map(({ id, status, points }) => [id, status, points])
            .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)),
        );
      }
      const lines = await world.db.find(entries, { where: {}, limit: 1000 });
      const standing = onlooker.known.reduce((sum, { points }) => sum + points, 0);
      assert.equal(balanceOf(lines), standing);
      assert.deepEqual(world.failures, []);
    }),
    { numRuns: 1000 },
  );
});
