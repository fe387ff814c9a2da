import { builtin } from "./builtin.ts";
import { registerField } from "./fields.ts";
import { answerLabel } from "./label.ts";
import { flag, text } from "./properties.ts";

/** On or off; `type="checkbox"` draws a box instead. */
export const switchControl = builtin({
  tag: "switch",
  properties: {
    checked: flag(),
    disabled: flag(),
    type: text("switch"),
    color: text("#04be02"),
    name: text(),
  },
  mount({ component, dom, values, set, emit, on }) {
    const track = document.createElement("phone-switch");
    dom.append(track);
    const turn = () => {
      if (values().disabled) return;
      set({ checked: !values().checked });
      emit("change", { value: values().checked });
    };
    on("tap", turn);
    answerLabel(component, turn);
    registerField(component, {
      value: () => values().checked,
      reset: () => set({ checked: false }),
    });
    return {
      update({ checked, disabled, type, color }) {
        if (!dom.hasAttribute("role")) dom.setAttribute("role", type);
        dom.setAttribute("aria-checked", String(checked));
        dom.setAttribute("type", type);
        dom.toggleAttribute("disabled", disabled);
        dom.toggleAttribute("checked", checked);
        track.style.setProperty("--color", color);
      },
    };
  },
});
