import assert from "node:assert/strict";
import { test } from "node:test";
import {
  askDraft,
  flawsBelow,
  knownDraft,
  saveScheme,
} from "../../../../miniprogram/packages/committee/draftDesk.ts";
import { draftOf } from "./drafts.ts";

type Asked = { operation: string; input: { revision?: number; scheme?: { title: string } } };

/** WeChat's cloud with these answers one after another; what was asked, and what the person was told. */
function cloudAnswers(...answers: unknown[]) {
  const asked: Asked[] = [];
  const told: string[] = [];
  const wx = {
    cloud: {
      async callFunction({ data }: { data: Asked }) {
        asked.push(data);
        return { result: answers.shift() };
      },
    },
    async showModal({ content }: { content: string }) {
      told.push(content);
      return { confirm: true };
    },
  };
  Object.assign(globalThis, { wx });
  return { asked, told };
}

const yes = (value: unknown) => ({ ok: true, value });
const no = (code: string, message: string) => ({ ok: false, code, message });

test("a change is saved into the draft as it was last seen, and the answer is the next one", async () => {
  const { asked } = cloudAnswers(yes(draftOf()), yes(draftOf({ revision: 4 })));
  await askDraft();
  assert.equal(await saveScheme((scheme) => ({ ...scheme, title: "新细则" })), true);
  assert.deepEqual([asked[1]?.input.revision, asked[1]?.input.scheme?.title], [3, "新细则"]);
  assert.equal((await knownDraft()).revision, 4);
});

test("when somebody was quicker the person is told who, and the next try goes into the new draft", async () => {
  const theirs = draftOf({ revision: 9, changedBy: "沈金木" });
  const { asked, told } = cloudAnswers(
    ...[yes(draftOf()), no("draft_changed", "草稿刚被别人改过"), yes(theirs), yes(theirs)],
  );
  await askDraft();
  const change = (scheme: ReturnType<typeof draftOf>["scheme"]) => ({ ...scheme, title: "新细则" });
  assert.equal(await saveScheme(change), false);
  assert.deepEqual(told, ["沈金木刚改过草稿。您填的还在：再按一次保存，就存进新的草稿里。"]);
  assert.equal(await saveScheme(change), true);
  assert.equal(asked.at(-1)?.input.revision, 9);
});

test("any other refusal is told in its own sentence", async () => {
  const { told } = cloudAnswers(yes(draftOf()), no("not_permitted", "您没有办理这件事的权限"));
  await askDraft();
  assert.equal(await saveScheme((scheme) => scheme), false);
  assert.deepEqual(told, ["您没有办理这件事的权限"]);
});

test("a part is told its own contradictions and those inside it", () => {
  const flaws = ["rules.1", "rules.1.caps.0", "rules.12", "scale"].map((place) => ({
    ...{ place, sentence: place },
  }));
  assert.deepEqual(flawsBelow({ flaws }, "rules.1"), ["rules.1", "rules.1.caps.0"]);
});
