import { Door, HouseholdFields, isBorn, ResidentFields } from "../households/fields.ts";
import { peopleMost } from "../households/household.ts";
import { isSamePerson } from "../households/make.ts";
import type { Table } from "../kernel/ports.ts";
import { isRefusalCode, refuse, sentences } from "../kernel/refusal.ts";
import type { LocalDate } from "../kernel/time.ts";
import { dateIn, kindIn, yesIn } from "./cells.ts";
import { type Column, columnNames, headOf } from "./columns.ts";
import type { ImportedHousehold, ImportedPerson, Problem } from "./import.ts";

/** A village of 20,000 and some of its neighbours. */
const rowsMost = 30_000;

export type Checked = Readonly<{
  rows: number;
  households: readonly ImportedHousehold[];
  problems: readonly Problem[];
  unknownColumns: readonly string[];
}>;

/**
 * Reads the rows of a spreadsheet as households and people, and says of every row that cannot be one why.
 * @param hamlets those of the village's grids
 * @throws Refusal `columns_missing`, `table_empty`, `table_too_large`
 */
export function checkTable(table: Table, hamlets: ReadonlySet<string>, today: LocalDate): Checked {
  const head = headOf(table);
  const below = table.slice(head.row + 1);
  const filled = below.filter(isFilled).length;
  if (filled === 0) refuse("table_empty");
  if (filled > rowsMost) refuse("table_too_large");
  const gathering = newGathering(hamlets, today);
  for (const [index, cells] of below.entries()) {
    if (!isFilled(cells)) continue;
    const cell = (column: Column) => cells[head.at.get(column) ?? -1] ?? "";
    gathering.add(cell, head.row + index + 2);
  }
  return { rows: filled, ...gathering.end(), unknownColumns: head.unknown };
}

const isFilled = (cells: readonly string[]): boolean => cells.some((cell) => cell !== "");

type Cell = (column: Column) => string;

type Gathered = { -readonly [Field in keyof ImportedHousehold]: ImportedHousehold[Field] } & {
  people: ImportedPerson[];
};

/** Rows of one door may stand anywhere in the sheet. */
function newGathering(hamlets: ReadonlySet<string>, today: LocalDate) {
  const households = new Map<string, Gathered>();
  const rowOfIdNumber = new Map<string, number>();
  const problems: Problem[] = [];

  function add(cell: Cell, row: number): void {
    const tell = (column: Column, sentence: string): void => {
      problems.push({ row, column: columnNames[column], sentence });
    };
    const household = householdIn(cell, row, tell);
    const person = household && hasPerson(cell) ? personIn(cell, row, tell) : undefined;
    if (!household || (hasPerson(cell) && !person)) return;
    const key = `${household.door}_${household.hamlet}`;
    const there = households.get(key) ?? household;
    const problem = clash(there, household.head, person);
    if (problem) {
      tell(...problem);
      return;
    }
    if (household.head !== "") there.head = household.head;
    if (person) there.people.push(person);
    if (person && person.idNumber !== "") rowOfIdNumber.set(person.idNumber, row);
    households.set(key, there);
  }

  function householdIn(cell: Cell, row: number, tell: Tell): Gathered | undefined {
    const hamlet = cell("hamlet");
    const door = Door.safeParse(cell("door"));
    const head = cell("head") || headByRelation(cell);
    if (hamlet === "") tell("hamlet", "没有填");
    else if (!hamlets.has(hamlet)) tell("hamlet", `没有哪个网格包含“${hamlet.slice(0, 20)}”`);
    else if (!door.success) tell("door", cell("door") === "" ? "没有填" : "太长了，或者有下划线");
    else if (head !== "" && !HouseholdFields.shape.head.safeParse(head).success) {
      tell("head", "太长了，最多30字");
    } else return { hamlet, door: door.data, head, row, people: [] };
    return undefined;
  }

  /** Why a row does not go with those before it. */
  function clash(
    there: Gathered,
    head: string,
    person: ImportedPerson | undefined,
  ): [Column, string] | undefined {
    if (head !== "" && there.head !== "" && head !== there.head) {
      return ["head", `和第${there.row}行同一个门牌，户主却不同`];
    }
    if (!person) return undefined;
    if (!isBorn(person, today)) return ["birthday", sentences.date_in_future];
    const same = there.people.find((one) => isSamePerson(one, person));
    if (same) return ["name", `和第${same.row}行是同一个人`];
    const row = person.idNumber === "" ? undefined : rowOfIdNumber.get(person.idNumber);
    if (row !== undefined) return ["idNumber", `和第${row}行的身份证号一样`];
    if (there.people.length >= peopleMost) return ["door", sentences.household_full];
    return undefined;
  }

  /** A household has to be called something; one of its rows is enough. */
  function end() {
    const headless = [...households.values()].filter(({ head }) => head === "");
    for (const { row, people } of headless) {
      const rows = new Set([row, ...people.map((person) => person.row)]);
      for (const one of rows)
        problems.push({ row: one, column: columnNames.head, sentence: "没有填" });
    }
    return {
      households: [...households.values()].filter(({ head }) => head !== ""),
      problems: problems.sort((one, other) => one.row - other.row),
    };
  }

  return { add, end };
}

type Tell = (column: Column, sentence: string) => void;

/** A row may speak of an empty house. */
const personColumns: readonly Column[] = ["name", "idNumber", "birthday", "kind", "relation"];
const hasPerson = (cell: Cell): boolean => personColumns.some((column) => cell(column) !== "");

const headByRelation = (cell: Cell): string =>
  /^(户主|本人)$/.test(cell("relation")) ? cell("name") : "";

function personIn(cell: Cell, row: number, tell: Tell): ImportedPerson | undefined {
  const kind = kindIn(cell("kind"));
  const isRepresentative = yesIn(cell("isRepresentative"));
  if (cell("name") === "") tell("name", "没有填");
  else if (cell("kind") === "") tell("kind", "没有填");
  else if (!kind) tell("kind", "只能填户籍、常住、流动、新居民");
  else if (isRepresentative === undefined) tell("isRepresentative", "只能填是、否");
  else return checkedPerson(cell, { row, kind, isRepresentative }, tell);
  return undefined;
}

/** By the rules of the form. */
function checkedPerson(
  cell: Cell,
  { row, kind, isRepresentative }: Pick<ImportedPerson, "row" | "kind" | "isRepresentative">,
  tell: Tell,
): ImportedPerson | undefined {
  const parsed = ResidentFields.safeParse({
    ...{ name: cell("name"), kind, phone: cell("phone"), idNumber: cell("idNumber") },
    birthday: dateIn(cell("birthday")),
    floating: kind === "floating" ? floatingIn(cell) : null,
    isRepresentative: isRepresentative ?? false,
    note: noteIn(cell),
  });
  if (parsed.success) return { ...parsed.data, row, isRepresentative };
  for (const { path, message } of parsed.error.issues) tell(...wordsOf(path, message));
  return undefined;
}

const floatingIn = (cell: Cell) => ({
  from: cell("from"),
  since: dateIn(cell("since")),
  until: dateIn(cell("until")),
  landlord: cell("landlord"),
  landlordPhone: cell("landlordPhone"),
});

/** How somebody is related to the head is no field of a resident, and worth a note. */
const noteIn = (cell: Cell): string =>
  [cell("relation") && `与户主关系：${cell("relation")}`, cell("note")].filter(Boolean).join("；");

const days: ReadonlySet<Column> = new Set(["birthday", "since", "until"]);

/** In which column something is wrong, and what. */
function wordsOf(path: readonly PropertyKey[], message: string): [Column, string] {
  if (message === "birthday_differs") return ["birthday", sentences[message]];
  const field = path.at(-1) ?? "";
  const column = isColumn(field) ? field : "from";
  if (isRefusalCode(message)) return [column, sentences[message]];
  return [column, days.has(column) ? "要写成1990-01-31的样子" : "太长了，或者有别的字"];
}

const isColumn = (field: PropertyKey): field is Column =>
  typeof field === "string" && Object.hasOwn(columnNames, field);
