import type { Api } from "../../../../core/api.ts";
import { together } from "../../../texts/together";
import type { Choice } from "../choice-field/index";

export type List = Api["listEnterprises"]["output"];
export type Enterprise = List["rows"][number];

export type RowView = Readonly<{
  id: string;
  name: string;
  /** "东浜 · 木器厂 · 12人" */
  about: string;
  contact: string;
  phone: string;
  url: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  gridId: string;
  grids: readonly Choice[];
  rows: readonly RowView[];
  more: boolean;
  isOld: boolean;
}>;

export const toView = ({ gridId, grids, rows, more }: List, isOld: boolean): Ready => ({
  ...{ kind: "ready", gridId, more, isOld },
  grids: grids.length > 1 ? grids.map(({ id, name }) => ({ id, title: name })) : [],
  rows: rows.map((row) => rowView(row, gridId)),
});

export const rowView = (row: Enterprise, gridId: string): RowView => ({
  ...{ id: row.enterpriseId, name: row.name, phone: row.phone },
  about: together(row.hamlet, row.trade, row.workers > 0 ? `${row.workers}人` : ""),
  contact: row.contact,
  url:
    `/packages/gridwork/enterprise-form/index?gridId=${gridId}&enterpriseId=${row.enterpriseId}` +
    `&hamlet=${encodeURIComponent(row.hamlet)}`,
});
