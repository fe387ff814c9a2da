import type { Addresses } from "../storage/addresses.ts";
import type { Storage } from "../storage/storage.ts";
import { account } from "../wechat/pushEvent.ts";
import type { Media } from "./answers.ts";
import { type Suggest, verdict } from "./verdict.ts";

/** WeChat takes up to 30 minutes; long enough here for the function that asked to note the trace id. */
const delayMs = 300;

/** @property event as WeChat's message push sends it to the function that gets `wxa_media_check` */
type Push = (event: object) => void;

export type MediaChecks = Readonly<{ begin(media: Media): void; close(): void }>;

/**
 * Judges files a moment after it was asked to, and pushes the verdicts. Those under way when the
 * process ends are lost.
 * @param risky a file is risky when its name or its bytes contain one of these
 */
export function openMediaChecks(
  files: Readonly<{ storage: Storage; addresses: Addresses }>,
  risky: readonly string[],
  appid: string,
  push: Push,
): MediaChecks {
  const timers = new Set<NodeJS.Timeout>();

  async function judge({ url, traceId, openid }: Media): Promise<void> {
    const address = URL.canParse(url) ? new URL(url) : undefined;
    const checked = address && files.addresses.check("GET", address);
    push({
      ToUserName: account,
      FromUserName: openid,
      CreateTime: Math.floor(Date.now() / 1000),
      MsgType: "event",
      Event: "wxa_media_check",
      appid,
      trace_id: traceId,
      version: 2,
      ...(checked ? await judgeFile(checked) : verdict(suggestFor(url, Buffer.alloc(0)))),
    });
  }

  async function judgeFile(checked: { path: string } | { refused: string }) {
    const bytes = "path" in checked ? await files.storage.read(checked.path) : undefined;
    if (!("path" in checked) || !bytes) return notFetched;
    return verdict(suggestFor(checked.path, bytes));
  }

  function suggestFor(name: string, bytes: Buffer): Suggest {
    return risky.some((sign) => name.includes(sign) || bytes.includes(sign)) ? "risky" : "pass";
  }

  return {
    begin(media) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        void judge(media);
      }, delayMs);
      timers.add(timer);
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** WeChat could not fetch the file: the address had expired, or the file is gone. */
const notFetched = { errcode: -1008, errmsg: "download error", detail: [] };
