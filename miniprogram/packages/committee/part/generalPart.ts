import type { Scheme } from "../../../../core/rulebook/scheme.ts";
import { type CapRow, capRowsOf, capsField, capsOf, problemOfCaps } from "./capRows";
import { choiceField, type Field, listField, pointsField, textField } from "./field";
import { isUnreadable, readPoints, typedPoints } from "./numbers";
import type { Part } from "./part";

type BandRow = Readonly<{ id: string; title: string; from: string }>;

/** What holds for the whole rulebook, as it is written in the form. */
export type GeneralValues = Readonly<{
  title: string;
  per: string;
  year: string;
  base: string;
  /** "" for none. */
  most: string;
  least: string;
  bands: readonly BandRow[];
  caps: readonly CapRow[];
}>;

/** 总则: the name, the scale with its bands, and the caps on everything. */
export const generalPart: Part<GeneralValues> = {
  title: { add: "总则", edit: "总则" },
  read: ({ title, caps, scale }) => ({
    ...{ title, per: scale.per, year: scale.year, base: typedPoints(scale.base) },
    ...{ most: typedPoints(scale.most), least: typedPoints(scale.least) },
    bands: scale.bands.map(({ id, title: name, from }) => ({
      ...{ id, title: name, from: typedPoints(from) },
    })),
    caps: capRowsOf(caps),
  }),
  fields: (values) => [
    textField({ path: "title", label: "细则的名称", value: values.title }),
    ...scaleFields(values),
    capsField(values.caps, "各条加起来最多记多少，不写就是不限。"),
  ],
  problem({ title, base, most, least, bands, caps }) {
    if (title.trim() === "") return "请写细则的名称";
    if (readPoints(base) === undefined) return "起评分要填数字，没有就填0";
    if ([most, least].some((typed) => isUnreadable(typed, readPoints))) {
      return "最高分、最低分要填数字，不设就空着";
    }
    if (bands.some((band) => band.title.trim() === "")) return "请写每个等次叫什么";
    if (bands.some(({ from }) => readPoints(from) === undefined)) return "请写每个等次从几分起";
    return problemOfCaps(caps);
  },
  write: (scheme, _id, values) => ({
    ...scheme,
    title: values.title.trim(),
    caps: capsOf(values.caps),
    scale: scaleOf(values),
  }),
  pathOf(_scheme, _id, place) {
    if (place === "scale") return "base";
    if (place.startsWith("scale.")) return place.slice("scale.".length);
    return place.startsWith("caps.") ? place : undefined;
  },
};

const newScale = "起评分、最高最低分和等次，只能从还没开账的年份第一天起改。";

function scaleFields({ per, year, base, most, least, bands }: GeneralValues): Field[] {
  return [
    choiceField({
      ...{ path: "per", label: "多久评一次", value: per, note: newScale },
      options: [
        { value: "year", title: "每年评一次" },
        { value: "quarter", title: "每季度评一次" },
      ],
    }),
    ...(per === "quarter"
      ? [
          choiceField({
            ...{ path: "year", label: "全年怎么算", value: year },
            options: [
              { value: "mean", title: "取四个季度的平均" },
              { value: "sum", title: "四个季度相加" },
            ],
          }),
        ]
      : []),
    pointsField({ path: "base", label: "起评分", value: base, placeholder: "0" }),
    pointsField({ path: "most", label: "最高分", value: most, placeholder: "不设" }),
    pointsField({ path: "least", label: "最低分", value: least, placeholder: "不设" }),
    listField({
      ...{ path: "bands", label: "等次", note: "从高到低写。", rows: bands, most: 10 },
      ...{ add: "加一个等次", blank: { title: "", from: "" } },
      rowOf: (band, path) => [
        textField({
          path: `${path}.title`,
          label: "叫什么",
          value: band.title,
          placeholder: "优秀",
        }),
        pointsField({ path: `${path}.from`, label: "几分起", value: band.from, placeholder: "90" }),
      ],
    }),
  ];
}

function scaleOf(values: GeneralValues): Scheme["scale"] {
  const [least, most] = [readPoints(values.least), readPoints(values.most)];
  return {
    per: values.per === "quarter" ? "quarter" : "year",
    year: values.year === "mean" ? "mean" : "sum",
    base: readPoints(values.base) ?? 0,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
    bands: values.bands.map(({ id, title, from }) => ({
      ...{ id, title: title.trim(), from: readPoints(from) ?? 0 },
    })),
  };
}
