import assert from "node:assert/strict";
import type { Cloud } from "../../local/cloud/cloud.ts";

/** The customer-service chat as a person sees it on their telephone. */

/** What somebody writes, and what is answered to it: texts, and cards as "title → path". */
export async function chatAs(cloud: Cloud, openid: string, text: string): Promise<string> {
  const before = linesOf(cloud, openid).length;
  const { answer } = await cloud.wechat.write(openid, text);
  assert.equal(answer, "success");
  return answersAfter(cloud, openid, before);
}

export async function enterAs(cloud: Cloud, openid: string, sessionFrom = ""): Promise<string> {
  const before = linesOf(cloud, openid).length;
  await cloud.wechat.enter(openid, sessionFrom);
  return answersAfter(cloud, openid, before);
}

const linesOf = (cloud: Cloud, openid: string) => cloud.wechat.seenBy(openid).chat.lines;

/** One answer at the most: joined, a second one would be seen in every comparison. */
const answersAfter = (cloud: Cloud, openid: string, before: number): string =>
  linesOf(cloud, openid)
    .slice(before)
    .filter(({ mine }) => !mine)
    .map(({ bubble }) => {
      if (bubble.kind === "text") return bubble.text;
      return bubble.kind === "card" ? `${bubble.card.title} → ${bubble.card.path}` : bubble.kind;
    })
    .join("\n---\n");

/** How the pushes ended, from the log: `["chat:approve", "ok"]`. */
export async function endedIn(cloud: Cloud): Promise<string[][]> {
  const text = await (await fetch(`${cloud.url}/log`)).text();
  return [
    ...text.matchAll(/"operation":"((?:push|chat)[^"]*)","caller":"[^"]*","outcome":"(\w+)"/g),
  ].map(([, operation = "", outcome = ""]) => [operation, outcome]);
}
