import type { Api } from "../../../../core/api.ts";
import { together } from "../../../texts/together";
import { officesText } from "../offices";

type Reply = Api["listMembers"]["output"];

export type RowView = Readonly<{
  id: string;
  name: string;
  /** The offices; "" for a member without. */
  roles: string;
  /** "12号 · 第一党支部 · 在村党员" */
  about: string;
  signedIn: boolean;
}>;

export type Ready = Readonly<{
  kind: "ready";
  rows: readonly RowView[];
  more: boolean;
  /** Whether more than the first page was asked for. */
  further: boolean;
}>;

export const toView = ({ rows, more }: Reply): Ready => ({
  kind: "ready",
  rows: rows.map((row) => ({
    id: row.memberId,
    name: row.name,
    roles: officesText(row.roles),
    about: together(`${row.ordinal}号`, row.branch, row.class),
    signedIn: row.signedIn,
  })),
  more,
  further: false,
});

/** Where a tap on a member leads, and what the page says for it. */
export type Target = Readonly<{ page: string; title: string; ask: string }>;

/** @param to as the page's address says: what the member is looked for */
export function targetOf(to: string): Target {
  if (to === "decide") return { page: "decide", title: "给党员记分", ask: "给谁记分？" };
  if (to === "correct") return { page: "correct", title: "冲正", ask: "冲正谁的积分？" };
  return { page: "member", title: "", ask: "" };
}
