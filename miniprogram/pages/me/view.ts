import type { Api } from "../../../core/api.ts";
import type { Failed, Loading } from "../../services/load";
import { together } from "../../texts/together";

type Reply = Api["getMe"]["output"];
type Role = Reply["roles"][number];

export type NoticeKind = keyof Reply["allowed"];

export type NoticeView = Readonly<{ kind: NoticeKind; title: string; left: string }>;

export type Ready = Readonly<{
  kind: "ready";
  name: string;
  roles: string;
  branch: string;
  /** "第一网格 · 上汤角" */
  home: string;
  reviews: boolean;
  committee: boolean;
  notices: readonly NoticeView[];
}>;

/** Somebody without account is not an error here: this is where one signs in. */
export type Visitor = Readonly<{ kind: "visitor" }>;

export type View = Loading | Failed | Visitor | Ready;

const roleNames: Record<Role, string> = {
  member: "党员",
  gridStaff: "网格员",
  secretary: "支部书记",
  committee: "党委委员",
};

const noticeTitles: Record<NoticeKind, string> = {
  decided: "我的申报有了结果",
  toReview: "有新的申报等我审核",
};

export function toView({ name, roles, branch, grid, hamlet, allowed }: Reply): Ready {
  const committee = roles.includes("committee");
  const reviews = roles.includes("secretary") || committee;
  const kinds: NoticeKind[] = reviews ? ["decided", "toReview"] : ["decided"];
  return {
    ...{ kind: "ready", name, branch, reviews, committee },
    roles: together(...roles.map((role) => roleNames[role])),
    home: together(grid, hamlet),
    notices: kinds.map((kind) => ({
      kind,
      title: noticeTitles[kind],
      left: allowed[kind] > 0 ? `还能收到${allowed[kind]}次` : "还没有允许",
    })),
  };
}

export const forVisitor = (view: View): View =>
  view.kind === "failed" && view.code === "not_signed_in" ? { kind: "visitor" } : view;
