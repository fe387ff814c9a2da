import type { Api } from "../../../core/api.ts";
import type { Failed, Loading } from "../../services/load";
import { pointsText } from "../../texts/points";
import { together } from "../../texts/together";
import { startText } from "../../texts/when";

type Reply = Api["getHome"]["output"];
type Me = NonNullable<Reply["me"]>;

/** A line that leads somewhere. `count` is to be done and stands out; `value` only informs. */
export type Link = Readonly<{
  url: string;
  title: string;
  note: string;
  count: number;
  value: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  village: Readonly<{
    name: string;
    /** "黎里镇 · 114名党员" */
    about: string;
    year: string;
    total: string;
    yearBefore: string;
    /** "" when the year before had no booklets. */
    totalBefore: string;
  }>;
  /** What the way to the stories says: the newest title. */
  story: string;
  /** Left out for a villager without account. */
  me?: Readonly<{
    name: string;
    place: string;
    points: string;
    waiting: readonly Link[];
    /** My posts: one tap from the form of their rule. */
    quick: ReadonlyArray<Readonly<{ url: string; title: string; note: string }>>;
    /** 代录: grid staff write for members who have no smartphone. */
    writesForOthers: boolean;
  }>;
}>;

export type View = Loading | Failed | Ready;

export function toView({ village, me, next, story }: Reply): Ready {
  const { name, town, year, members, total, totalYearBefore } = village;
  return {
    kind: "ready",
    village: {
      name,
      about: together(town, `${members}名党员`),
      year: `${year}年`,
      total: pointsText(total),
      yearBefore: `${year - 1}年`,
      totalBefore: totalYearBefore === undefined ? "" : pointsText(totalYearBefore),
    },
    story: story ? `新的：${story}` : "村里人做的好事，也可以点赞推荐",
    ...(me && {
      me: {
        name: me.name,
        place: together(me.branch, me.grid),
        points: pointsText(me.points),
        waiting: [...(next ? [nextLink(next)] : []), ...waitingOf(me)],
        quick: me.posts.map(({ post, ruleId, points: each }) => ({
          url: `/packages/member/submit/index?ruleId=${ruleId}`,
          title: post,
          note: each > 0 ? `每次${pointsText(each)}分` : "",
        })),
        writesForOthers: me.roles.includes("gridStaff"),
      },
    }),
  };
}

/** The meeting that one is expected at: "明天19:00 支部党员大会". */
const nextLink = ({ id, title, startsAt, today }: NonNullable<Reply["next"]>): Link => ({
  url: `/packages/activities/activity/index?activityId=${id}`,
  ...{ title: `${startText(startsAt, today)} ${title}`, note: "组织生活", count: 0, value: "" },
});

const submissionsPage = "/packages/member/submissions/index";

/** What is to be done comes first; what is zero is left out. */
function waitingOf({ returned, asked, toReview, pending }: Me): Link[] {
  const links: Link[] = [
    {
      ...{ url: submissionsPage, title: `有${asked}件事请您确认`, note: "有人写您一起参加了" },
      ...{ count: asked, value: "" },
    },
    {
      ...{ url: submissionsPage, title: "退回给我的申报", note: "看看原因，改好再交" },
      ...{ count: returned, value: "" },
    },
    {
      url: "/packages/review/queue/index",
      ...{ title: "等我审核", note: "党员的申报和岗位认领" },
      ...{ count: toReview, value: "" },
    },
    {
      ...{ url: submissionsPage, title: "我交的，还没审核", note: "" },
      ...{ count: 0, value: pending > 0 ? `${pending}件` : "" },
    },
  ];
  return links.filter(({ count, value }) => count > 0 || value !== "");
}

/** The card in a chat; whoever opens it sees this village. */
export const shareCard = (view: View, villageId: string) => ({
  title: view.kind === "ready" ? `${view.village.name}一本通` : "一本通",
  path: `/pages/home/index?village=${villageId}`,
});
