import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";

type Reply = Api["listNominations"]["output"];
export type Status = NonNullable<Api["listNominations"]["input"]["status"]>;

export type Row = Readonly<{
  id: string;
  name: string;
  text: string;
  /** "3月5日，村民推荐" */
  about: string;
  /** What became of it; "" while it is open. */
  outcome: string;
}>;

export type Ready = Readonly<{ kind: "ready"; rows: readonly Row[]; more: boolean }>;

export const tabs: ReadonlyArray<Readonly<{ status: Status; title: string; empty: string }>> = [
  { status: "open", title: "等您看", empty: "没有等着看的推荐" },
  { status: "closed", title: "看过的", empty: "还没有看过的推荐" },
];

export const toView = ({ rows, more }: Reply): Ready => ({
  kind: "ready",
  rows: rows.map(({ id, name, text, by, nominatedOn, outcome, closedBy = "" }) => ({
    ...{ id, name, text },
    about: `${dayText(nominatedOn)}，${by === "member" ? "党员" : "村民"}推荐`,
    outcome: outcome ? `${closedBy}${outcome === "story" ? "写成故事" : "看过了"}` : "",
  })),
  more,
});
