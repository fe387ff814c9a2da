import type { Api } from "../../../../core/api.ts";
import { monthText } from "../../../texts/days";
import { together } from "../../../texts/together";
import { dayAt, whenText } from "../../../texts/when";
import { attendanceTags, type Tag } from "../statuses";

type Reply = Api["listActivities"]["output"];
type Row = Reply["past"][number];
type Calendar = NonNullable<Reply["calendar"]>;
type Requirement = Calendar["branch"][number];

export type RowView = Readonly<{
  id: string;
  title: string;
  when: string;
  /** Place, and whose it is. */
  about: string;
  /** What the caller has to do, or how it ended; "" when there is nothing to say. */
  note: string;
  tag?: Tag;
}>;

/** One kind of meeting that the year requires. */
export type RequirementView = Readonly<{
  /** "主题党日 · 每月一次" */
  title: string;
  /** "3月、5月还没开；11月还要开" */
  text: string;
  /** Something has passed without it. */
  isMissing: boolean;
}>;

export type Ready = Readonly<{
  kind: "ready";
  requirements: ReadonlyArray<Readonly<{ title: string; rows: readonly RequirementView[] }>>;
  /** Can check in somewhere now. */
  checksIn: boolean;
  mayPlan: boolean;
  toConfirm: readonly RowView[];
  coming: readonly RowView[];
  past: readonly RowView[];
  more: boolean;
  empty: boolean;
}>;

/** @param past all past ones that have been asked for so far, the latest first */
export function toView(reply: Reply, past: Reply["past"] = reply.past, more = reply.more): Ready {
  const { now, coming, toConfirm, calendar, mayPlan } = reply;
  const view = (row: Row) => rowView(row, now);
  const waits = new Set(toConfirm.map(({ id }) => id));
  return {
    kind: "ready",
    requirements: calendar ? requirementsOf(calendar, now) : [],
    checksIn: coming.some((row) => row.checksIn),
    mayPlan,
    toConfirm: toConfirm.map((row) => ({
      ...view(row),
      note: "有一位的分等您确认",
    })),
    coming: coming.map(view),
    past: past.filter(({ id }) => !waits.has(id)).map(view),
    more,
    empty: coming.length + past.length + toConfirm.length === 0,
  };
}

function rowView(row: Row, now: string): RowView {
  const tag = tagOf(row);
  return {
    id: row.id,
    title: row.title,
    when: whenText(row.startsAt, row.endsAt, dayAt(now)),
    about: together(row.place, row.branch === "" ? "全村" : row.branch),
    note: noteOf(row, now),
    ...(tag ? { tag } : {}),
  };
}

function tagOf({ status, mine, checksIn }: Row): Tag | undefined {
  if (status === "cancelled") return { text: "已取消", tone: "quiet" };
  if (status === "reversed" || status === "reversing") return { text: "已作废", tone: "quiet" };
  if (checksIn) return { text: "正在签到", tone: "waiting" };
  if (!mine || (mine === "expected" && status === "open")) return undefined;
  return attendanceTags[mine];
}

function noteOf({ status, turnout, leaves, manages, endsAt }: Row, now: string): string {
  if (status === "closed" && turnout) return turnoutText(turnout);
  if (leaves > 0) return `${leaves}人请假，等您答复`;
  if (status === "closing") return manages ? "登记还没有办完，请再按一次" : "书记正在登记";
  if (status === "open" && endsAt < now) return manages ? "开完了，请结束登记" : "等书记结束登记";
  return "";
}

/** "9人到会，1人请假，2人缺席" */
export const turnoutText = ({ present, absent, leave }: NonNullable<Row["turnout"]>): string =>
  [
    `${present}人到会`,
    ...(leave > 0 ? [`${leave}人请假`] : []),
    ...(absent > 0 ? [`${absent}人缺席`] : []),
  ].join("，");

const requirementsOf = ({ branch, village, year }: Calendar, now: string) =>
  [
    { title: `本支部${year}年要开的会`, rows: branch },
    { title: `全村${year}年要开的会`, rows: village },
  ]
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => ({
      title,
      rows: rows.map((row) => requirementView(row, dayAt(now).slice(5, 7))),
    }));

const everyText = { month: "每月一次", quarter: "每季度一次", year: "每年一次" } as const;

/** @param month the month it is in the village: "05" */
function requirementView({ title, every, periods }: Requirement, month: string): RequirementView {
  const names = periods.map((period, index) => nameOf(period, every, index));
  const missing = inRuns(names.map((name, index) => [name, periods[index]?.state === "missing"]));
  const now = periods.findIndex(({ months }) => months.includes(month));
  const state = periods[now]?.state;
  const parts = [
    ...(missing.length > 0 ? [`${missing.join("、")}还没开`] : []),
    ...(state === "due" ? [`${names[now]}还要开`] : []),
    ...(state === "planned" ? [`${names[now]}已经安排`] : []),
  ];
  return {
    title: together(title, everyText[every]),
    text: parts.length > 0 ? parts.join("；") : "到现在都开了",
    isMissing: missing.length > 0,
  };
}

/** "5月", "第二季度", "今年" */
function nameOf(
  { months: [first = ""] }: Requirement["periods"][number],
  every: Requirement["every"],
  index: number,
): string {
  if (every === "year") return "今年";
  return every === "month" ? monthText(first) : `第${"一二三四"[index]}季度`;
}

/** Three or more in a row are named by the first and the last: "1月到4月". */
function inRuns(named: ReadonlyArray<readonly [name: string, isMeant: boolean]>): string[] {
  const runs: string[][] = [[]];
  for (const [name, isMeant] of named) {
    if (isMeant) runs.at(-1)?.push(name);
    else runs.push([]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]}到${run.at(-1)}`] : run));
}
