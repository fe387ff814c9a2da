import type { Api } from "../../../../core/api.ts";
import { fullDayText, monthText } from "../../../texts/days";
import { together } from "../../../texts/together";
import { offices, officesText, type Role } from "../offices";

type Reply = Api["getMember"]["output"];
type Expected = Reply["expectations"][number];

export type OfficeView = Readonly<{
  role: Role;
  title: string;
  held: boolean;
  /** The question before it is changed, and what it means. */
  question: string;
  meaning: string;
}>;

export type PeriodView = Readonly<{
  period: string;
  text: string;
  tone: "good" | "waiting" | "quiet";
}>;

export type Ready = Readonly<{
  kind: "ready";
  id: string;
  name: string;
  about: string;
  home: string;
  own: boolean;
  signedIn: boolean;
  signIn: string;
  offices: readonly OfficeView[];
  /** The first one is none. */
  classes: ReadonlyArray<Readonly<{ id: string; title: string }>>;
  classIndex: number;
  class: string;
  year: number;
  expectations: ReadonlyArray<Readonly<{ title: string; periods: readonly PeriodView[] }>>;
  kinds: ReadonlyArray<Readonly<{ id: string; title: string; meaning: string }>>;
  exemptions: ReadonlyArray<
    Readonly<{
      key: string;
      id: string;
      title: string;
      from: string;
      days: string;
      over: boolean;
    }>
  >;
  today: string;
  /** What an exemption lasts until, unless another day is chosen. */
  yearEnd: string;
}>;

export function toView(reply: Reply): Ready {
  const classes = [{ id: "", title: "没有分类" }, ...reply.classes];
  const classIndex = Math.max(
    0,
    classes.findIndex(({ id }) => id === reply.classId),
  );
  return {
    kind: "ready",
    id: reply.memberId,
    name: reply.name,
    about: together(`${reply.ordinal}号`, reply.branch, officesText(reply.roles)),
    home: together(reply.grid, reply.hamlet),
    own: reply.own,
    signedIn: reply.signedIn,
    signIn: reply.signedIn ? "已经用微信登录。" : "还没有用微信登录。",
    offices: offices.map((office) => officeView(office, reply)),
    ...{ classes, classIndex, class: classes[classIndex]?.title ?? "" },
    year: reply.year,
    expectations: expectationsOf(reply.expectations),
    kinds: reply.kinds.map(kindView),
    exemptions: reply.exemptions.map(({ exemptionId, title, from, until, over }) => ({
      ...{ key: `${exemptionId} ${from}`, id: exemptionId, title, from, over },
      days: `${fullDayText(from)}到${fullDayText(until)}`,
    })),
    today: reply.today,
    yearEnd: `${reply.today.slice(0, 4)}-12-31`,
  };
}

const meanings: Readonly<Record<Role, string>> = {
  member: "",
  gridStaff: "网格员可以替本网格的党员代录。",
  secretary: "支部书记审核本支部的申报和认领。",
  committee: "党委委员能办理全村的积分、名册和设置。",
};

function officeView(
  { role, title }: Readonly<{ role: Role; title: string }>,
  { name, roles }: Reply,
): OfficeView {
  const held = roles.includes(role);
  return {
    ...{ role, title, held },
    question: held ? `${name}不再是${title}？` : `请${name}当${title}？`,
    meaning: meanings[role],
  };
}

/** The offices after one was given or taken. */
export const rolesAfter = ({ offices: held }: Ready, role: Role): Role[] =>
  held.filter((one) => (one.role === role ? !one.held : one.held)).map((one) => one.role);

/** Several periods of one expectation stand together. */
function expectationsOf(expected: readonly Expected[]): Ready["expectations"] {
  const titles = [...new Set(expected.map(({ title }) => title))];
  return titles.map((title) => ({
    title,
    periods: expected.filter((one) => one.title === title).map(periodView),
  }));
}

function periodView({ months, times, met, ahead, over }: Expected): PeriodView {
  const period = periodText(months);
  if (met) return { period, text: `${times}次，够了`, tone: "good" };
  if (ahead) return { period, text: "还没到", tone: "quiet" };
  return { period, text: over ? `${times}次，没够` : `${times}次，还差`, tone: "waiting" };
}

/** "5月", "4月到6月", "全年" */
function periodText(months: readonly string[]): string {
  const [first = "", last = first] = [months[0], months.at(-1)];
  if (months.length === 12) return "全年";
  return first === last ? monthText(first) : `${monthText(first)}到${monthText(last)}`;
}

/** “组织生活”不扣分，不评等次 */
const kindView = ({ id, title, categories, appraised }: Reply["kinds"][number]) => ({
  ...{ id, title },
  meaning: [
    ...(categories.length > 0 ? [`“${categories.join("”“")}”不扣分`] : []),
    ...(appraised ? [] : ["不评等次"]),
  ].join("，"),
});

/** "ABCD2345" → "ABCD 2345": easier to read out. */
export const codeText = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1 ");
