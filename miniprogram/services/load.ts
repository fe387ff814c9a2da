import { type Code, Refused } from "./call";

/** A page that waits for its data. */
export type Loading = Readonly<{ kind: "loading" }>;

/** A page whose data did not come; what `page-state` shows of it. */
export type Failed = Readonly<{
  kind: "failed";
  code: Code;
  sentence: string;
  /** "" unless the system itself failed: then a picture of the screen finds the line in the log. */
  traceId: string;
}>;

export const loading: Loading = { kind: "loading" };

/** Asks, and turns the answer into what the page shows; never throws. */
export async function load<Value, View>(
  ask: () => Promise<Value>,
  toView: (value: Value) => View,
): Promise<View | Failed> {
  try {
    return toView(await ask());
  } catch (error) {
    return failed(error);
  }
}

export function failed(error: unknown): Failed {
  if (!(error instanceof Refused)) throw error; // a mistake in our own code: WeChat reports it
  const { code, message, traceId } = error;
  return { kind: "failed", code, sentence: message, traceId };
}

/**
 * What a page shows after it was asked anew. Content that is already there stays when there is no
 * signal, and the person is told that it is not fresh.
 */
export function afterRefresh<View extends Readonly<{ kind: string; code?: string }>>(
  shown: View,
  next: View,
): View {
  const hasContent = shown.kind !== "loading" && shown.kind !== "failed";
  if (!hasContent || next.kind !== "failed" || next.code !== "no_signal") return next;
  wx.showToast({ title: "没有信号，看到的是刚才的内容", icon: "none" });
  return shown;
}
