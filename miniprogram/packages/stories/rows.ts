import type { Api } from "../../../core/api.ts";
import { dayText } from "../../texts/days";
import { together } from "../../texts/together";
import { kindText, type Tag, tagOf } from "./kinds";

type Reply = Api["listMyStories"]["output"];
type Story = Reply["rows"][number];

/** A story in the list of those whom it concerns. */
export type Row = Readonly<{
  id: string;
  title: string;
  tag: Tag;
  about: string;
  /** What the writer has to do, or why it came back; "" for nothing. */
  next: string;
}>;

export type Ready = Readonly<{ kind: "ready"; rows: readonly Row[]; more: boolean }>;

export const toView = ({ rows, more }: Reply): Ready => ({
  kind: "ready",
  rows: rows.map(rowView),
  more,
});

const rowView = (story: Story): Row => ({
  id: story.id,
  title: story.title || (story.status === "withdrawn" ? "已经撤下的一篇" : "还没有题目"),
  tag: tagOf(story),
  about: together(kindText(story.kind), aboutText(story), dayText(story.savedOn)),
  next: nextText(story),
});

function aboutText({ part, name, writer }: Story): string {
  if (part === "subject") return `${writer}写您的`;
  const whom = name === "" ? "" : `写${name}`;
  return part === "writer" ? whom : `${writer}${whom}`;
}

function nextText({ stage, status, unasked, reason }: Story): string {
  if (status === "returned") return `退回原因：${reason ?? ""}`;
  if (status !== "handedIn") return "";
  if (stage === "failed") return "有照片不能公开，只有您看得到。点进去拿掉它。";
  return unasked ? "有照片没送去检查，点进去再送一次。" : "";
}
