import type { Cap, Period } from "../../../../core/rulebook/scheme.ts";
import { eachPeriod } from "../../../texts/rules";
import { choiceField, type Field, listField, type Option, pointsField } from "./field";
import { readPoints, typedPoints } from "./numbers";

/** A cap as it is written in a form. */
export type CapRow = Readonly<{ id: string; per: string; of: string; most: string }>;

export const periodOptions: readonly Option[] = (
  ["event", "day", "month", "quarter", "year"] as const
).map((value) => ({ value, title: eachPeriod[value] }));

export const capRowsOf = (caps: readonly Cap[]): CapRow[] =>
  caps.map(({ per, of, most }, index) => ({
    ...{ id: String(index), per, of, most: typedPoints(most) },
  }));

export const capsField = (caps: readonly CapRow[], note: string): Field =>
  listField({
    ...{ path: "caps", label: "封顶", note, rows: caps, most: 5, add: "加一个封顶" },
    blank: { per: "month", of: "gains", most: "" },
    rowOf: ({ per, of, most }, path) => [
      choiceField({ path: `${path}.per`, label: "多长时间", value: per, options: periodOptions }),
      choiceField({ path: `${path}.of`, label: "加分还是扣分", value: of, options: sides }),
      pointsField({ path: `${path}.most`, label: "最多", value: most }),
    ],
  });

const sides: readonly Option[] = [
  { value: "gains", title: "加分" },
  { value: "losses", title: "扣分" },
];

export const problemOfCaps = (caps: readonly CapRow[]): string | undefined =>
  caps.some(({ most }) => !readPoints(most)) ? "封顶要填大于0的数，比如6" : undefined;

export const capsOf = (caps: readonly CapRow[]): Cap[] =>
  caps.map(({ per, of, most }) => ({
    per: per as Period,
    of: of === "losses" ? "losses" : "gains",
    most: readPoints(most) ?? 0,
  }));
