import type { SdkDocument } from "../../cloudbase/sdk.ts";
import { type Pending, type Submission, submissions } from "../../core/submissions/submission.ts";
import { sdkOf } from "../../test/support/everything.ts";
import { cleanup, makeVillage, type Village } from "../../test/support/village.ts";
import { type Measured, openMeasured } from "./measured.ts";

/** How many submissions wait for the secretary. */
const queues = { short: 7, long: 500 };

/** Small enough for one request. */
const atOnce = 50;

/**
 * Database requests of each command of the chat, from WeChat's push to the message that answers it, with a few
 * and with many submissions that wait.
 * @returns whether no command needs more requests when more wait
 */
export async function chatting(): Promise<boolean> {
  const short = await costsWith(queues.short);
  const long = await costsWith(queues.long);
  let holds = true;
  const rows = [...short].map(([command, before]) => {
    const after = long.get(command);
    const same = after !== undefined && after.requests <= before.requests;
    holds &&= same;
    return {
      command,
      [`requests, ${queues.short} waiting`]: before.requests,
      [`requests, ${queues.long} waiting`]: after?.requests,
      "documents, long": after?.documents,
      "bytes of the answer": after?.answer,
      holds: same ? "yes" : "NO",
    };
  });
  console.log("\nThe chat: database requests from the push to the answer");
  console.table(rows);
  return holds;
}

type Cost = Readonly<{ requests: number; documents: number; answer: number }>;

async function costsWith(waiting: number): Promise<Map<string, Cost>> {
  const measured = await openMeasured();
  try {
    const village = await makeVillage(measured, "talk");
    await fillQueue(measured, village, waiting);
    const costs = new Map<string, Cost>();
    for (const [who, text] of commands) {
      costs.set(`${text} (${who})`, await costOf(measured, village.openid(who), text));
    }
    return costs;
  } finally {
    await measured.close();
  }
}

const commands = [
  ["chief", "待办"],
  ["chief", "看 1"],
  ["chief", "通过 1"],
  ["chief", "撤销"],
  ["chief", "退回 2 照片看不清"],
  ["chief", "全部通过"],
  ["chief", "确认"],
  ["chief", "更多"],
  ["chief", "帮助"],
  ["anna", "积分"],
  ["anna", "我的岗位"],
  ["anna", "榜"],
] as const;

async function costOf({ cloud, measure }: Measured, openid: string, text: string): Promise<Cost> {
  const { lines } = cloud.wechat.seenBy(openid).chat;
  const cost = await measure(() => cloud.wechat.write(openid, text));
  const answer = JSON.stringify(cloud.wechat.seenBy(openid).chat.lines.slice(lines.length + 1));
  return { ...cost, answer: Buffer.byteLength(answer) };
}

/** One is handed in by its operation, and the others are like it, a second apart. */
async function fillQueue({ cloud }: Measured, village: Village, waiting: number): Promise<void> {
  await village.ask("anna", "submitDuty", cleanup("queued"));
  const db = sdkOf(cloud);
  const { data } = await db.collection(submissions.name).doc("queued").get();
  const { _id, ...first } = data as SdkDocument & Omit<Submission, "id">;
  const others = Array.from({ length: waiting - 1 }, (_, nth) => {
    const at = Date.parse((first as Omit<Pending, "id">).submittedAt) + 1000 * (nth + 1);
    return { ...first, _id: `queued${nth}`, submittedAt: new Date(at).toISOString() };
  });
  for (let from = 0; from < others.length; from += atOnce) {
    await db.collection(submissions.name).add({ data: others.slice(from, from + atOnce) });
  }
}
