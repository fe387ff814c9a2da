import type { Api } from "../../../../core/api.ts";
import { pointsText, signedPointsText } from "../../../texts/points";
import type { Draft } from "../draftDesk";

export type Part = Api["tryDraft"]["output"];
type Row = Part["rows"][number];

/** What has been tried so far: the answers for some members at a time, put together. */
export type Tried = Readonly<{
  rows: readonly Row[];
  branches: Part["branches"];
  missing: Part["missing"];
  refused: Part["refused"];
  total: number;
}>;

export const nothingTried: Tried = {
  ...{ rows: [], branches: [], missing: [], refused: [], total: 0 },
};

export const withPart = (tried: Tried, part: Part): Tried => ({
  rows: [...tried.rows, ...part.rows],
  branches: part.branches.reduce(withBranch, tried.branches),
  missing: part.missing.reduce(withTimes, tried.missing),
  refused: part.refused.reduce(withTimes, tried.refused),
  total: part.total,
});

function withBranch(branches: Part["branches"], more: Part["branches"][number]) {
  const known = branches.find(({ branchId }) => branchId === more.branchId);
  if (!known) return [...branches, more];
  const sum = {
    ...known,
    members: known.members + more.members,
    ...{ was: known.was + more.was, would: known.would + more.would },
    scoresChanged: known.scoresChanged + more.scoresChanged,
    bandsChanged: known.bandsChanged + more.bandsChanged,
  };
  return branches.map((branch) => (branch === known ? sum : branch));
}

type Times = Part["missing"];

function withTimes(all: Times, more: Times[number]): Times {
  const known = all.find(({ name }) => name === more.name);
  if (!known) return [...all, more];
  return all.map((one) => (one === known ? { ...one, times: one.times + more.times } : one));
}

/** What was, what would be, and by how much they differ. */
type Change = Readonly<{
  name: string;
  note: string;
  was: string;
  would: string;
  difference: string;
  tone: "more" | "less" | "same";
}>;

export type Result = Readonly<{
  total: Change;
  summary: string;
  branches: readonly Change[];
  members: readonly Change[];
  /** How many members are not shown yet. */
  hidden: number;
  missing: readonly Readonly<{ name: string; times: string }>[];
  refused: readonly Readonly<{ name: string; times: string }>[];
}>;

/** @param shown how many members are shown; those with the largest changes come first */
export function resultView(tried: Tried, shown: number): Result {
  const { rows, branches } = tried;
  const sum = (of: "was" | "would"): number => branches.reduce((all, one) => all + one[of], 0);
  const sortedRows = [...rows].sort(
    (one, other) =>
      sizeOf(other.was.score, other.would.score) - sizeOf(one.was.score, one.would.score),
  );
  const sortedBranches = [...branches].sort(
    (one, other) => sizeOf(other.was, other.would) - sizeOf(one.was, one.would),
  );
  return {
    total: change("全村合计", "", sum("was"), sum("would")),
    summary: summaryText(tried),
    branches: sortedBranches.map(branchView),
    members: sortedRows.slice(0, shown).map(memberView),
    hidden: Math.max(0, rows.length - shown),
    missing: tried.missing.map(timesView),
    refused: tried.refused.map(timesView),
  };
}

const sizeOf = (was: number, would: number): number => Math.abs(would - was);

function summaryText({ rows, branches }: Tried): string {
  const scores = branches.reduce((all, one) => all + one.scoresChanged, 0);
  const bands = branches.reduce((all, one) => all + one.bandsChanged, 0);
  if (scores === 0 && bands === 0) return `${rows.length}个人的分都不变。`;
  const hasBands = rows.some(({ was, would }) => was.band !== "" || would.band !== "");
  const ofBands = bands > 0 ? `，${bands}个人的等次会变` : hasBands ? "，等次都不变" : "";
  return `${rows.length}个人里，${scores}个人的分会变${ofBands}。`;
}

function branchView({ branch, members, was, would }: Part["branches"][number]): Change {
  /** To a tenth of a point: enough to compare, and short enough for a line. */
  const mean = (sum: number) => pointsText(Math.round(sum / members / 10) * 10);
  return change(branch, `${members}个人，人均${mean(was)}→${mean(would)}分`, was, would);
}

function memberView({ name, branch, was, would }: Row): Change {
  const bands =
    was.band === would.band ? was.band : `${was.band || "没有等次"}变${would.band || "没有等次"}`;
  return change(name, [branch, bands].filter(Boolean).join("，"), was.score, would.score);
}

const change = (name: string, note: string, was: number, would: number): Change => ({
  ...{ name, note, was: pointsText(was), would: pointsText(would) },
  difference: would === was ? "不变" : signedPointsText(would - was),
  tone: would > was ? "more" : would < was ? "less" : "same",
});

const timesView = ({ name, times }: Times[number]) => ({ name, times: `${times}次` });

/** Why there is nothing to try; "" where there is. */
export const obstacleOf = ({ drafted, flaws }: Pick<Draft, "drafted" | "flaws">): string => {
  if (!drafted) return "还没有草稿。先去改一条，再来试算。";
  return flaws.length > 0 ? "草稿里有自相矛盾的地方，改好了再来试算。" : "";
};

export type Years = readonly Readonly<{ year: number; text: string }>[];

/** The years to choose from; the one that is not over says so. */
export const yearsOf = ({
  years,
  today,
  scheme,
}: Pick<Draft, "years" | "today" | "scheme">): Years =>
  years.map((year) => ({
    year,
    text: year === yearNow(today, scheme.yearStart) ? `${year}年（到今天为止）` : `${year}年`,
  }));

/** A points year is named for the calendar year in which it ends. */
const yearNow = (today: string, yearStart: number): number =>
  Number(today.slice(0, 4)) + (yearStart > 1 && Number(today.slice(5, 7)) >= yearStart ? 1 : 0);
