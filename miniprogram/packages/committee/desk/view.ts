import type { Api } from "../../../../core/api.ts";

type Desk = Api["getDesk"]["output"];

/** `count` is to be done and stands out. */
export type Link = Readonly<{ url: string; title: string; note: string; count: number }>;

export type Ready = Readonly<{
  kind: "ready";
  /** What waits comes first; it may be empty. */
  groups: ReadonlyArray<Readonly<{ title: string; links: readonly Link[] }>>;
}>;

export const toView = (desk: Desk): Ready => ({
  kind: "ready",
  groups: [{ title: "等您办的", links: waitingOf(desk) }, ...standing],
});

function waitingOf(desk: Desk): Link[] {
  const { decisions, papers, objections, toReview, stories, nominations, drafted } = desk;
  const counted: Link[] = [
    {
      ...{ url: "/packages/committee/decisions/index", title: "记分，等您确认" },
      ...{ note: "另一位委员提出的", count: decisions },
    },
    ...papers.map((year) => ({
      ...{ url: `/packages/committee/paper/index?year=${year}`, title: `${year}年纸质一本通` },
      ...{ note: "核对以后确认", count: 1 },
    })),
    {
      ...{ url: "/packages/publications/objections/index", title: "异议，等答复" },
      ...{ note: "答复要在限期以内", count: objections },
    },
    {
      ...{ url: "/packages/review/queue/index", title: "申报和认领，等审核" },
      ...{ note: "荣誉、党委的事由党委审核", count: toReview },
    },
    {
      ...{ url: "/packages/stories/decide/index", title: "微故事，等党委看" },
      ...{ note: "看过再发布，写的人自己不能发布", count: stories },
    },
    {
      ...{ url: "/packages/stories/nominations/index", title: "点赞推荐，等您看" },
      ...{ note: "村民说谁做了好事", count: nominations },
    },
  ];
  const waiting = counted.filter(({ count }) => count > 0);
  const draft = { ...rulebookLink, title: "积分细则的草稿", note: "写了还没有发布" };
  return drafted ? [...waiting, draft] : waiting;
}

const rulebookLink: Link = {
  ...{ url: "/packages/committee/rulebook/index", title: "修订积分细则" },
  ...{ note: "改细则、试算、发布", count: 0 },
};

const standing: Ready["groups"] = [
  {
    title: "记分",
    links: [
      {
        ...{ url: "/packages/committee/members/index?to=decide", title: "给党员记分" },
        ...{ note: "加分、扣分、一票否决，两位委员一起定", count: 0 },
      },
      {
        ...{ url: "/packages/committee/decisions/index", title: "党委记分记录" },
        ...{ note: "提出的、确认的、没同意的", count: 0 },
      },
      {
        ...{ url: "/packages/committee/members/index?to=correct", title: "冲正" },
        ...{ note: "记错了，用一行冲掉，两行都留着", count: 0 },
      },
    ],
  },
  {
    title: "党员",
    links: [
      {
        ...{ url: "/packages/committee/members/index", title: "党员名册" },
        ...{ note: "职务、类别、免考、邀请码", count: 0 },
      },
      {
        ...{ url: "/packages/activities/list/index", title: "组织生活" },
        ...{ note: "安排会议和活动，签到", count: 0 },
      },
    ],
  },
  {
    title: "村里",
    links: [
      rulebookLink,
      {
        ...{ url: "/packages/map/grids/index", title: "网格图" },
        ...{ note: "画轮廓，定组长和网格员", count: 0 },
      },
      {
        ...{ url: "/packages/publications/list/index", title: "公示" },
        ...{ note: "按月、按季度、按年公示", count: 0 },
      },
      {
        ...{ url: "/packages/stories/feed/index", title: "微故事和点赞推荐" },
        ...{ note: "发布了的、推荐来的", count: 0 },
      },
      {
        ...{ url: "/packages/gridwork/households/index", title: "网格住户" },
        ...{ note: "各网格的户、人、走访", count: 0 },
      },
      {
        ...{ url: "/packages/land/grids/index", title: "网格和数目" },
        ...{ note: "合并、分出、划村，核对数目", count: 0 },
      },
      {
        ...{ url: "/packages/land/import/index", title: "导入人口表格" },
        ...{ note: "先核对，再写进台账", count: 0 },
      },
      {
        ...{ url: "/packages/committee/paper/index", title: "补录纸质一本通" },
        ...{ note: "把以前年份的纸本录进来", count: 0 },
      },
      {
        ...{ url: "/packages/committee/settings/index", title: "村里的设置" },
        ...{ note: "积分榜、公示期、开账", count: 0 },
      },
    ],
  },
];
