import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";

export type Reply = Api["getImport"]["output"];
export type Import = NonNullable<Reply["import"]>;

/** What a tap at the bottom does; each stage has one thing to do next. */
export type Next = "choose" | "compare" | "write";

export type Ready = Readonly<{
  kind: "ready";
  /** "" before the first import. */
  importId: string;
  title: string;
  note: string;
  good: boolean;
  tallies: ReadonlyArray<Readonly<{ label: string; value: string }>>;
  problemTitle: string;
  problemNote: string;
  problems: ReadonlyArray<Readonly<{ key: string; where: string; sentence: string }>>;
  /** Columns that nobody understood; "" for none. */
  unknown: string;
  next: Next;
  action: string;
  /** What a press writes, to be read once more before. */
  question: string;
  mayWithdraw: boolean;
  /** How the columns have to be called. */
  needed: string;
  others: string;
}>;

export function toView({ import: last, columns }: Reply): Ready {
  const named = (needed: boolean) =>
    columns
      .filter((column) => column.needed === needed)
      .map(({ name }) => name)
      .join("、");
  const about = { needed: named(true), others: named(false) };
  return last ? { ...viewOf(last), ...about } : { ...nothingYet, ...about };
}

type View = Omit<Ready, "needed" | "others">;

const nothingYet: View = {
  ...{ kind: "ready", importId: "", title: "还没有导入过", good: false },
  note: "先核对，不会马上写进去。",
  ...{ tallies: [], problemTitle: "", problemNote: "", problems: [], unknown: "" },
  ...{ next: "choose", action: "选表格文件", question: "", mayWithdraw: false },
};

function viewOf(found: Import): View {
  const isOver = found.status === "written" || found.status === "withdrawn";
  const writes = writable(found);
  const next = nextOf(found, writes);
  return {
    ...{ kind: "ready", importId: found.importId },
    ...{ title: titleOf(found), note: `${found.by} · ${fullDayText(found.on)}` },
    good: found.status === "written",
    tallies: found.status === "withdrawn" ? [] : talliesOf(found),
    ...(isOver ? noProblems : problemsOf(found)),
    unknown: found.unknownColumns.join("、"),
    ...{ next, action: actionOf(found, next) },
    question: questionOf(found),
    mayWithdraw: !isOver,
  };
}

function questionOf({ tally, problemRows }: Import): string {
  const changed = tally.changedResidents > 0 ? `，改${tally.changedResidents}人的资料` : "";
  const left = problemRows > 0 ? `。跳过${problemRows}行` : "";
  return `新增${tally.newHouseholds}户、${tally.newResidents}人${changed}${left}。`;
}

/** Whether anything of it is new. */
const writable = ({ tally }: Import): boolean =>
  tally.newHouseholds + tally.changedHouseholds + tally.newResidents + tally.changedResidents > 0;

function nextOf({ status }: Import, writes: boolean): Next {
  if (status === "checking") return "compare";
  const isOpen = status === "writing" || (status === "checked" && writes);
  return isOpen ? "write" : "choose";
}

function actionOf({ status, problemRows }: Import, next: Next): string {
  if (next === "compare") return "接着核对";
  if (next === "choose") return "选表格文件";
  if (status === "writing") return "接着写";
  return problemRows > 0 ? "跳过有问题的行，导入其余" : "导入";
}

function titleOf(found: Import): string {
  const { status, parts, done, compared, rows } = found;
  switch (status) {
    case "checking":
      return `核对到${percent(compared, parts)}，停下来了`;
    case "checked":
      return writable(found) ? `核对好了，一共${rows}行` : `核对好了，${rows}行里没有新的`;
    case "writing":
      return `写到${percent(done, parts)}，停下来了`;
    case "written":
      return "都写进去了";
    case "withdrawn":
      return done > 0 ? `撤回了，写好的${percent(done, parts)}留着` : "撤回了，没有写进去";
  }
}

export const percent = (done: number, parts: number): string =>
  `${parts === 0 ? 100 : Math.floor((100 * done) / parts)}%`;

const talliesOf = ({ tally }: Import): Ready["tallies"] =>
  (
    [
      ["新增的户", tally.newHouseholds, "户"],
      ["改户主的户", tally.changedHouseholds, "户"],
      ["新增的人", tally.newResidents, "人"],
      ["改资料的人", tally.changedResidents, "人"],
      ["和原来一样的人", tally.sameResidents, "人"],
      ["已迁出或去世的人，不动", tally.endedResidents, "人"],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([label, count, unit]) => ({ label, value: `${count}${unit}` }));

const noProblems = { problemTitle: "", problemNote: "", problems: [] };

function problemsOf({ problemRows, problems }: Import) {
  if (problemRows === 0) return noProblems;
  const shown = problems.map(({ row, column, sentence }, at) => ({
    ...{ key: `${at}`, where: `第${row}行 ${column}`, sentence },
  }));
  return {
    problemTitle: `${problemRows}行有问题`,
    problemNote: "改好表格再选一次，或者跳过这些行。",
    problems: shown,
  };
}
