import type { Api } from "../../../../core/api.ts";
import { dayIn } from "../texts";

type Household = Api["getHousehold"]["output"];
type Line = Household["history"][number];

export type HistoryView = Readonly<{ key: string; text: string }>;

/** "张三 9月3日 把门牌号从 12 改成 12-3" */
export const historyViews = ({ history, today }: Household): HistoryView[] =>
  history.map((line, index) => ({
    key: String(index),
    text: `${line.by} ${dayIn(line.on, today)} ${line.imported ? "用表格" : ""}${deedText(line)}`,
  }));

function deedText(line: Line): string {
  const whose = line.thing === "resident" ? `${line.name}的` : "";
  switch (line.what) {
    case "new":
      return line.thing === "resident" ? `加了${line.name}` : "登记了这一户";
    case "changed":
      return line.fields.length > 0 ? `把${whose}${changesText(line)}` : "存了一遍，没有改动";
    case "moved":
      return `把${line.thing === "resident" ? line.name : "这一户"}搬了：${changesText(line)}`;
    case "ended":
      return `记下${line.thing === "resident" ? line.name : "这一户"}不在册了${endText(line)}`;
  }
}

const changesText = ({ fields }: Line): string => fields.map(fieldText).join("，");

function fieldText({ label, from, to }: Line["fields"][number]): string {
  if (from === "") return `${label}写成 ${to}`;
  return to === "" ? `${label} ${from} 去掉了` : `${label}从 ${from} 改成 ${to}`;
}

const endText = ({ fields }: Line): string => {
  const said = fields.map(({ to }) => to).filter((to) => to !== "");
  return said.length > 0 ? `（${said.join("，")}）` : "";
};
