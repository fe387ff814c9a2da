import { refuse } from "../kernel/refusal.ts";

/** The columns of a spreadsheet of people, by what their first row calls them. */
export const columnNames = {
  hamlet: "自然村",
  door: "门牌号",
  head: "户主",
  name: "姓名",
  relation: "与户主关系",
  kind: "人员类别",
  birthday: "出生日期",
  idNumber: "身份证号",
  phone: "电话",
  isRepresentative: "村民代表",
  from: "来源地",
  landlord: "房东",
  landlordPhone: "房东电话",
  since: "来村日期",
  until: "离村日期",
  note: "备注",
} as const;
export type Column = keyof typeof columnNames;

/** What else villages call them. */
const otherNames: Readonly<Record<string, Column>> = {
  组别: "hamlet",
  门牌: "door",
  户主姓名: "head",
  与户主的关系: "relation",
  类别: "kind",
  出生年月日: "birthday",
  生日: "birthday",
  身份证: "idNumber",
  身份证号码: "idNumber",
  公民身份号码: "idNumber",
  手机: "phone",
  手机号: "phone",
  手机号码: "phone",
  联系电话: "phone",
  电话号码: "phone",
  是否村民代表: "isRepresentative",
  来自: "from",
  户籍地: "from",
  房东姓名: "landlord",
  到村日期: "since",
};

/** Without one of these no row can be understood. */
const needed: readonly Column[] = ["hamlet", "door", "name", "kind"];

/** One of the rows of a door has to name its head. */
export const isNeeded = (column: string): boolean =>
  column === "head" || needed.some((one) => one === column);

/** Titles and remarks may stand above the first row of the table. */
const headRowsMost = 10;

export type Head = Readonly<{
  /** The index of the row that names the columns. */
  row: number;
  at: ReadonlyMap<Column, number>;
  /** Names of columns that mean nothing here: they are told, and not imported. */
  unknown: readonly string[];
}>;

/** @throws Refusal `columns_missing` */
export function headOf(table: readonly (readonly string[])[]): Head {
  for (const [row, cells] of table.slice(0, headRowsMost).entries()) {
    const at = new Map<Column, number>();
    const unknown: string[] = [];
    for (const [index, cell] of cells.entries()) {
      const column = columnOf(cell);
      if (column && !at.has(column)) at.set(column, index);
      else if (cell !== "") unknown.push(cell.slice(0, 30));
    }
    if (needed.every((column) => at.has(column))) return { row, at, unknown };
  }
  return refuse("columns_missing");
}

/** "身份证号（必填）" and "身份证 号" are the same. */
function columnOf(cell: string): Column | undefined {
  const plain = cell
    .normalize("NFKC")
    .replace(/\(.*?\)/g, "")
    .replace(/[\s*:]/g, "");
  const own = (Object.keys(columnNames) as Column[]).find(
    (column) => columnNames[column] === plain,
  );
  return own ?? (Object.hasOwn(otherNames, plain) ? otherNames[plain] : undefined);
}
