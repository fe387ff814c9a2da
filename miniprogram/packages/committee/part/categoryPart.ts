import type { Category } from "../../../../core/rulebook/scheme.ts";
import { type CapRow, capRowsOf, capsField, capsOf, problemOfCaps } from "./capRows";
import { choiceField, pointsField, switchField, textField } from "./field";
import { isUnreadable, readPoints, typedPoints } from "./numbers";
import { moved, type Part, pathInside, withItem, withoutItem } from "./part";

/** A category as it is written in the form. */
export type CategoryValues = Readonly<{
  title: string;
  /** The category before it; "" for the first. */
  after: string;
  caps: readonly CapRow[];
  /** "" for none. */
  pool: string;
  highestPerDeed: boolean;
}>;

/** 类别. */
export const categoryPart: Part<CategoryValues> = {
  title: { add: "加一类", edit: "改这一类" },
  read({ categories }, id) {
    const index = categories.findIndex((one) => one.id === id);
    const category = categories[index];
    if (!category) {
      const after = categories.at(-1)?.id ?? "";
      return { title: "", after, caps: [], pool: "", highestPerDeed: false };
    }
    const { title, caps, pool, highestPerDeed } = category;
    const after = categories[index - 1]?.id ?? "";
    return { title, after, caps: capRowsOf(caps), pool: typedPoints(pool), highestPerDeed };
  },
  fields: ({ title, after, caps, pool, highestPerDeed }, { categories }, id) => [
    textField({ path: "title", label: "叫什么", value: title, placeholder: "如：岗位履职" }),
    choiceField({
      ...{ path: "after", label: "排在哪里", value: after },
      options: [
        { value: "", title: "放在最前面" },
        ...withoutItem(categories, id).map((one) => ({
          ...{ value: one.id, title: `排在“${one.title}”后面` },
        })),
      ],
    }),
    capsField(caps, "这一类各条加起来最多记多少，不写就是不限。"),
    switchField({
      ...{ path: "highestPerDeed", label: "同一件事只计最高的一项", on: highestPerDeed },
      note: "比如镇里、区里为同一事迹都表彰，只记高的。",
    }),
    pointsField({
      ...{ path: "pool", label: "扣分池", value: pool, placeholder: "不设" },
      note: "开始就给每人这么多分，这一类只扣不加，扣完为止。从新的一年起才能改。",
    }),
  ],
  problem({ title, caps, pool }) {
    if (title.trim() === "") return "请写这一类叫什么";
    if (isUnreadable(pool, readPoints) || readPoints(pool) === 0) {
      return "扣分池要填大于0的数，不设就空着";
    }
    return problemOfCaps(caps);
  },
  write(scheme, id, values, newId) {
    const category = categoryOf(values, id || newId);
    const index = scheme.categories.findIndex((one) => one.id === id);
    const stays =
      (scheme.categories[index < 0 ? scheme.categories.length - 1 : index - 1]?.id ?? "") ===
      values.after;
    const categories = stays
      ? withItem(scheme.categories, category)
      : moved(scheme.categories, category, values.after);
    return { ...scheme, categories };
  },
  pathOf: pathInside("categories"),
  remove: {
    obstacle({ categories, rules }, id) {
      if (categories.length === 1) return "至少要留一类。";
      const count = rules.filter(({ category }) => category === id).length;
      return count > 0 ? `这一类里还有${count}条，先把它们删掉或者换到别的类。` : undefined;
    },
    without: (scheme, id) => ({ ...scheme, categories: withoutItem(scheme.categories, id) }),
  },
};

const categoryOf = (values: CategoryValues, id: string): Category => {
  const pool = readPoints(values.pool);
  return {
    ...{ id, title: values.title.trim(), caps: capsOf(values.caps) },
    ...(pool === undefined ? {} : { pool }),
    highestPerDeed: values.highestPerDeed,
  };
};
