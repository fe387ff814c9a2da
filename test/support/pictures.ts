import { setTimeout as sleep } from "node:timers/promises";
import type { MediaCheck } from "../../core/media/mediaCheck.ts";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { sdkOf } from "./everything.ts";

/**
 * Puts a file where a phone puts it.
 * @param says what is in it: "risky" is what the test cloud's check refuses
 * @returns the file id
 */
export async function upload(cloud: Cloud, path: string, says = "clean"): Promise<string> {
  const answer = await fetch(`${cloud.url}/phone/upload?path=${path}`, {
    method: "POST",
    body: says,
  });
  return ((await answer.json()) as { fileID: string }).fileID;
}

/** Waits until WeChat's verdicts on all pictures that it was asked about have come. */
export async function verdictsCome(cloud: Cloud): Promise<void> {
  const waiting = sdkOf(cloud).collection("mediaChecks").where({ state: "waiting" });
  while ((await waiting.count()).total > 0) await sleep(50);
}

/** WeChat's verdict on a file, pushed by hand: `suggest` is "pass", "review" or "risky". */
export const verdictOf = (traceId: string, suggest: string) => ({
  ...{ MsgType: "event", Event: "wxa_media_check", FromUserName: "oWeChat", trace_id: traceId },
  ...{ errcode: 0, errmsg: "ok", result: { suggest, label: 100 } },
});

/**
 * Has all pictures of a story or a submission stand as WeChat might have left them.
 * @returns the trace id of one of the checks
 */
export async function leaveAt(
  cloud: Cloud,
  of: string,
  state: MediaCheck["state"],
): Promise<string> {
  const checks = sdkOf(cloud).collection("mediaChecks");
  const { data } = await checks.where({ of }).limit(10).get();
  for (const { _id, ...check } of data) {
    await checks.doc(String(_id)).set({ data: { ...check, state } });
  }
  return String(data[0]?._id);
}
