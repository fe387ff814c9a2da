import { builtin } from "./builtin.ts";
import { actOnForm } from "./form.ts";
import { hover, hoverProperties } from "./hover.ts";
import { answerLabel } from "./label.ts";
import { loadingWheel } from "./loading.ts";
import { openTypeProperties, useOpenType } from "./openType.ts";
import { flag, text } from "./properties.ts";

/** A button; `form-type` acts on the form around it, `open-type` asks something of WeChat. */
export const button = builtin({
  tag: "button",
  properties: {
    type: text("default"),
    size: text("default"),
    plain: flag(),
    disabled: flag(),
    loading: flag(),
    formType: text(),
    ...openTypeProperties,
    ...hoverProperties("button-hover", 20, 70),
  },
  mount(part) {
    const { component, dom, values, on, emit } = part;
    const wheel = loadingWheel();
    hover(part, () => !values().disabled);
    // A disabled button swallows the tap: neither it nor what is around it hears of one.
    on("tap", (event) => values().disabled && event.stopPropagation(), true);
    on("tap", () => queueMicrotask(act));
    answerLabel(component, () => {
      if (values().disabled) return;
      emit("tap", {}, { bubbles: true, composed: true });
    });

    function act(): void {
      const { formType, openType } = values();
      if (formType === "submit" || formType === "reset") actOnForm(component, formType);
      if (openType) useOpenType(part);
    }
    return {
      update({ type, size, plain, disabled, loading }) {
        dom.setAttribute("type", type);
        dom.setAttribute("size", size);
        dom.toggleAttribute("plain", plain);
        dom.toggleAttribute("disabled", disabled);
        if (loading) dom.prepend(wheel);
        else wheel.remove();
      },
    };
  },
});
