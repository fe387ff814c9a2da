import type { Draft } from "../../../services/draft";

/** The end: the village has it, or it goes out by itself. */
export type Done = Readonly<{
  kind: "done";
  sent: boolean;
  title: string;
  text: string;
  /** For oneself the next one begins here; for another it begins with the choice of whom. */
  mayWriteAnother: boolean;
}>;

/** @param sent whether the village has it, or it waits for a signal */
export function doneView({ behalf }: Pick<Draft, "behalf">, sent: boolean): Done {
  const whose = behalf ? `${behalf.name}的` : "";
  return {
    kind: "done",
    sent,
    title: sent ? "已经交上去了" : "已经存在手机里",
    text: sent ? `审核以后，积分会记进${whose}一本通。` : "现在没有信号，有信号时自动发送。",
    mayWriteAnother: !behalf,
  };
}
