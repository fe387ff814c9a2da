import type { Api } from "../../../core/api.ts";

type Row = Api["listMyStories"]["output"]["rows"][number];
export type Kind = Row["kind"];

export const kinds: ReadonlyArray<Readonly<{ kind: Kind; title: string; note: string }>> = [
  { kind: "memberStory", title: "党员微故事", note: "一名党员做的事" },
  { kind: "family", title: "和美家庭", note: "一家人怎么过日子" },
  { kind: "talent", title: "乡村能人", note: "一门手艺、一份事业" },
];

export const kindText = (wanted: Kind): string =>
  kinds.find(({ kind }) => kind === wanted)?.title ?? "";

export type Tag = Readonly<{ text: string; tone: "waiting" | "good" | "returned" | "quiet" }>;

/** How a story stands, in words. */
export function tagOf({ status, stage }: Pick<Row, "status" | "stage">): Tag {
  if (status === "draft") return { text: "草稿", tone: "quiet" };
  if (status === "published") return { text: "已发布", tone: "good" };
  if (status === "returned") return { text: "已退回", tone: "returned" };
  if (status === "withdrawn") return { text: "已撤下", tone: "quiet" };
  if (stage === "failed") return { text: "有照片没通过", tone: "returned" };
  return stage === "checking"
    ? { text: "照片在检查", tone: "waiting" }
    : { text: "等党委看", tone: "waiting" };
}
