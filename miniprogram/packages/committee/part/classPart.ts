import type { MemberClass } from "../../../../core/rulebook/scheme.ts";
import { periodOptions } from "./capRows";
import { choiceField, countField, listField, optionsOf, pointsField, textField } from "./field";
import { isUnreadable, readCount, readPoints, typedPoints } from "./numbers";
import { type Part, pathInside, withItem, withoutItem } from "./part";

type Expectation = MemberClass["expects"][number];

type ExpectationRow = Readonly<{
  id: string;
  title: string;
  category: string;
  per: string;
  /** "" for none, as for points. */
  times: string;
  points: string;
}>;

/** A class of members as it is written in the form. */
export type ClassValues = Readonly<{ title: string; expects: readonly ExpectationRow[] }>;

/** 党员类别. */
export const classPart: Part<ClassValues> = {
  title: { add: "加一类党员", edit: "改这类党员" },
  read({ classes }, id) {
    const one = classes.find((known) => known.id === id);
    return {
      title: one?.title ?? "",
      expects: (one?.expects ?? []).map(({ title, category, per, times, points }, index) => ({
        ...{ id: String(index), title, category, per, points: typedPoints(points) },
        times: times === undefined ? "" : String(times),
      })),
    };
  },
  fields: ({ title, expects }, { categories }) => [
    textField({ path: "title", label: "叫什么", value: title, placeholder: "如：外出党员" }),
    listField({
      ...{ path: "expects", label: "对他们的要求", rows: expects, most: 10, add: "加一个要求" },
      note: "次数和分数写一样就行，也可以都写。没做到不扣分，只让大家看得见。",
      blank: {
        title: "",
        category: categories[0]?.id ?? "",
        per: "quarter",
        times: "",
        points: "",
      },
      rowOf: (row, path) => [
        textField({
          ...{ path: `${path}.title`, label: "要求什么", value: row.title },
          placeholder: "如：参加组织生活",
        }),
        choiceField({
          ...{ path: `${path}.category`, label: "算哪一类", value: row.category },
          options: optionsOf(categories),
        }),
        choiceField({
          ...{ path: `${path}.per`, label: "多长时间", value: row.per },
          options: periodOptions.filter(({ value }) => terms.has(value)),
        }),
        countField({
          ...{ path: `${path}.times`, label: "至少几次", value: row.times },
          ...{ unit: "次", placeholder: "不限" },
        }),
        pointsField({
          ...{ path: `${path}.points`, label: "至少几分", value: row.points, placeholder: "不限" },
        }),
      ],
    }),
  ],
  problem({ title, expects }) {
    if (title.trim() === "") return "请写这类党员叫什么";
    if (expects.some((row) => row.title.trim() === "")) return "请写要求什么";
    const isWrong = ({ times, points }: ExpectationRow) =>
      isUnreadable(times, readCount) ||
      isUnreadable(points, readPoints) ||
      readPoints(points) === 0;
    return expects.some(isWrong) ? "次数和分数要填大于0的数，不限就空着" : undefined;
  },
  write: (scheme, id, { title, expects }, newId) => ({
    ...scheme,
    classes: withItem(scheme.classes, {
      ...{ id: id || newId, title: title.trim(), expects: expects.map(expectationOf) },
    }),
  }),
  pathOf: pathInside("classes"),
  remove: {
    obstacle: () => undefined,
    without: (scheme, id) => ({ ...scheme, classes: withoutItem(scheme.classes, id) }),
  },
};

const terms: ReadonlySet<string> = new Set(["month", "quarter", "year"]);

function expectationOf(row: ExpectationRow): Expectation {
  const [times, points] = [readCount(row.times), readPoints(row.points)];
  return {
    ...{ title: row.title.trim(), category: row.category, per: row.per as Expectation["per"] },
    ...(times === undefined ? {} : { times }),
    ...(points === undefined ? {} : { points }),
  };
}
