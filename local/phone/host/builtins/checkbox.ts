import type { GeneralComponent } from "glass-easel";
import { builtin } from "./builtin.ts";
import { choice, choiceData, choiceProperties, choicesOf, groupOf } from "./choice.ts";
import { registerField } from "./fields.ts";
import { text } from "./properties.ts";

/** One of several that may be chosen together; its group tells of changes. */
export const checkbox = builtin({
  tag: "checkbox",
  properties: choiceProperties,
  mount(part) {
    const { component, values, set } = part;
    return choice(part, "checkbox", () => {
      set({ checked: !values().checked });
      const group = groupOf(component, "wx-checkbox-group");
      group?.triggerEvent("change", { value: checkedValues(group) });
    });
  },
});

/** Its value: those of the checked boxes, in the order of the page. */
export const checkboxGroup = builtin({
  tag: "checkbox-group",
  properties: { name: text() },
  mount({ component }) {
    registerField(component, {
      value: () => checkedValues(component),
      reset() {
        for (const box of choicesOf(component, "wx-checkbox")) box.setData({ checked: false });
      },
    });
  },
});

function checkedValues(group: GeneralComponent): string[] {
  const boxes = choicesOf(group, "wx-checkbox").map(choiceData);
  return boxes.filter(({ checked }) => checked).map(({ value }) => value);
}
