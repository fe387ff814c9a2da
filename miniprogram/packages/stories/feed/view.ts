import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import { together } from "../../../texts/together";
import { type Kind, kinds, kindText } from "../kinds";

type Reply = Api["listStories"]["output"];

export type Row = Readonly<{
  id: string;
  title: string;
  /** "党员微故事 · 张三 · 3月5日" */
  about: string;
  excerpt: string;
  /** "" for a story without pictures. */
  cover: string;
  /** "视频 42秒"; "" where there is none. */
  film: string;
}>;

export type Ready = Readonly<{ kind: "ready"; rows: readonly Row[]; more: boolean }>;

/** What can be chosen: all, or one kind. */
export const tabs: ReadonlyArray<Readonly<{ title: string; kind?: Kind }>> = [
  { title: "全部" },
  ...kinds.map(({ kind, title }) => ({ title, kind })),
];

export const toView = ({ rows, more }: Reply): Ready => ({
  kind: "ready",
  rows: rows.map((row) => ({
    ...{ id: row.id, title: row.title, excerpt: row.excerpt, cover: row.cover },
    about: together(kindText(row.kind), row.name, dayText(row.publishedOn)),
    film: row.seconds > 0 ? `视频 ${Math.round(row.seconds)}秒` : "",
  })),
  more,
});
