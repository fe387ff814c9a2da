import { optionsOf, severalField, switchField, textField } from "./field";
import { type Part, pathInside, withItem, withoutItem } from "./part";

/** A reason to be excused as it is written in the form. */
export type ExemptionValues = Readonly<{
  title: string;
  categories: readonly string[];
  appraised: boolean;
}>;

/** 免考. */
export const exemptionPart: Part<ExemptionValues> = {
  title: { add: "加一种免考", edit: "改这种免考" },
  read({ exemptions }, id) {
    const { title, categories, appraised } = exemptions.find((one) => one.id === id) ?? {
      ...{ title: "", categories: [], appraised: true },
    };
    return { title, categories, appraised };
  },
  fields: ({ title, categories, appraised }, scheme) => [
    textField({ path: "title", label: "什么情形", value: title, placeholder: "如：年满70周岁" }),
    severalField({
      ...{ path: "categories", label: "哪几类不扣分", chosen: categories, note: "" },
      options: optionsOf(scheme.categories),
    }),
    switchField({
      ...{ path: "appraised", label: "照常评等次", on: appraised },
      note: "关上就不评等次。",
    }),
  ],
  problem: ({ title }) => (title.trim() === "" ? "请写是什么情形" : undefined),
  write: (scheme, id, { title, categories, appraised }, newId) => ({
    ...scheme,
    exemptions: withItem(scheme.exemptions, {
      ...{ id: id || newId, title: title.trim(), categories: [...categories], appraised },
    }),
  }),
  pathOf: pathInside("exemptions"),
  remove: {
    obstacle: () => undefined,
    without: (scheme, id) => ({ ...scheme, exemptions: withoutItem(scheme.exemptions, id) }),
  },
};
