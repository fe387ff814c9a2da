import type { Api } from "../../../../core/api.ts";
import { timeAt } from "../../../texts/when";

type Reply = Api["getCheckInCodes"]["output"];

export type Ready = Readonly<{
  kind: "ready";
  title: string;
  /** What to do with the code. */
  hint: string;
  /** The code of this moment; "" when those that came have run out and no new ones did. */
  text: string;
  /** For how many seconds it still stands. */
  seconds: number;
  /** With the activity's code: who has come. */
  came?: Readonly<{
    count: string;
    latest: ReadonlyArray<Readonly<{ name: string; at: string }>>;
  }>;
  /** With one's own: it has been scanned. */
  isDone: boolean;
}>;

/** @param at the server's time, in milliseconds */
export function toView(reply: Reply, at: number): Ready {
  const { title, came, mine } = reply;
  return {
    kind: "ready",
    title,
    hint: came ? "请党员打开“组织生活”，点“扫码签到”" : "请书记扫一下",
    ...shownAt(reply.codes, at),
    ...(came
      ? {
          came: {
            count: `已到${came.present}人，应到${came.expected}人`,
            latest: came.latest.map(({ name, at: cameAt, late }) => ({
              name,
              at: `${timeAt(cameAt)}${late ? " 迟到" : ""}`,
            })),
          },
        }
      : {}),
    isDone: mine === "present",
  };
}

/** The code that is to be shown at a moment, and for how long yet. */
export function shownAt(
  codes: Reply["codes"],
  at: number,
): Readonly<{ text: string; seconds: number }> {
  const begun = codes.filter(({ from }) => Date.parse(from) <= at).length;
  const [code, next] = [codes[begun - 1], codes[begun]];
  // The last one has no end of its own: by then new ones have come, or the signal is gone for good.
  if (!code || !next) return { text: "", seconds: 0 };
  return { text: code.text, seconds: Math.ceil((Date.parse(next.from) - at) / 1000) };
}
