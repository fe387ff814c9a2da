import { builtin } from "./builtin.ts";
import { choice, choiceData, choiceProperties, choicesOf, groupOf } from "./choice.ts";
import { registerField } from "./fields.ts";
import { text } from "./properties.ts";

/** One of several of which one is chosen; its group tells of changes. */
export const radio = builtin({
  tag: "radio",
  properties: choiceProperties,
  mount(part) {
    const { component, values, set } = part;
    return choice(part, "radio", () => {
      if (values().checked) return;
      const group = groupOf(component, "wx-radio-group");
      for (const other of group ? choicesOf(group, "wx-radio") : []) {
        if (choiceData(other).checked) other.setData({ checked: false });
      }
      set({ checked: true });
      group?.triggerEvent("change", { value: values().value });
    });
  },
});

/** Its value: that of the chosen radio, or nothing. */
export const radioGroup = builtin({
  tag: "radio-group",
  properties: { name: text() },
  mount({ component }) {
    const radios = () => choicesOf(component, "wx-radio");
    registerField(component, {
      value: () =>
        radios()
          .map(choiceData)
          .find(({ checked }) => checked)?.value ?? "",
      reset() {
        for (const one of radios()) one.setData({ checked: false });
      },
    });
  },
});
