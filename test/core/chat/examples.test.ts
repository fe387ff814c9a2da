import assert from "node:assert/strict";
import { test } from "node:test";
import type { Why } from "../../../core/chat/command.ts";
import { type Audience, examples, offered } from "../../../core/chat/examples.ts";
import { helpFor } from "../../../core/chat/help.ts";
import { parse } from "../../../core/chat/parse.ts";
import { heard, isCommand } from "./support.ts";

const audiences: readonly Audience[] = ["reviewer", "member", "stranger"];

function unclear(text: string, audience: Audience = "reviewer") {
  const said = parse(text, audience);
  assert.equal(said.kind, "unclear", text);
  return said.kind === "unclear" ? said : assert.fail();
}

test("every example is a command, and no two are the same", () => {
  const commands = Object.values(examples).map(({ text }) => JSON.stringify(heard(text)));
  for (const { text } of Object.values(examples)) assert.ok(isCommand(heard(text)), text);
  assert.equal(new Set(commands).size, commands.length);
});

test("what is not understood gets the three examples with the most letters in common", () => {
  assert.equal(unclear("我的岗在哪").nearest[0], "我的岗位");
  assert.equal(unclear("还有什么要审核").nearest[0], "待办");
  assert.deepEqual(unclear("7").nearest, ["看 2", "通过 2", "通过 1 3 5"]);
  assert.deepEqual(unclear("你好").nearest, ["帮助", "待办", "积分"]);
  assert.equal(unclear("你好").sentence, "没看懂，什么也没有办。您可以这样写：\n帮助\n待办\n积分");
});

test("only what the audience can do is offered, though all of it is understood", () => {
  assert.deepEqual(unclear("你好", "stranger").nearest, ["帮助", "榜"]);
  assert.deepEqual(unclear("同意张三", "member").nearest, ["帮助", "积分", "榜"]);
  assert.deepEqual(parse("通过 2", "stranger"), { kind: "approve", numbers: [2] });
});

test("every refusal ends in an example of how to write it", () => {
  const provoking: Readonly<Record<Why, string>> = {
    number_missing: "通过",
    number_unreadable: "通过1.5",
    number_is_count: "通过2个",
    too_many_numbers: "通过1-21",
    one_at_a_time: "退回3 和2号重复",
    reason_missing: "退回 3",
    undo_stands_alone: "撤销 2",
    mixed: "通过1 退回2 照片看不清",
    negated: "别通过2",
    question: "通过2吗",
  };
  for (const [why, text] of Object.entries(provoking)) {
    const said = heard(text);
    assert.ok(said.kind === "refused" && said.why === why, text);
    assert.ok(
      Object.values(examples).some((example) => said.sentence.endsWith(`：${example.text}`)),
      said.sentence,
    );
  }
});

test("help names every example of its audience and fits a small screen", () => {
  for (const audience of audiences) {
    const help = helpFor(audience);
    for (const id of offered[audience]) {
      if (id !== "help") assert.ok(help.includes(`${examples[id].text} → ${examples[id].does}`));
    }
    assert.ok(Buffer.byteLength(help) <= 600, `${audience}: ${Buffer.byteLength(help)} bytes`);
  }
});

test("help tells a stranger nothing of reviewing", () => {
  assert.equal(helpFor("stranger"), "您可以这样写：\n榜 → 看积分榜");
});
