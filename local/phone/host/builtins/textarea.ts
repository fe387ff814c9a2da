import { builtin } from "./builtin.ts";
import { flag, text } from "./properties.ts";
import { ownSegment } from "./segments.ts";
import { textField, textFieldInside, textFieldProperties } from "./textField.ts";

/** Several lines of text; grows with them where `auto-height` says so. */
export const textarea = builtin({
  tag: "textarea",
  properties: { ...textFieldProperties, autoHeight: flag(), confirmType: text("return") },
  externalClasses: ["placeholder-class"],
  inside: textFieldInside,
  mount(part) {
    const { component, dom, values, emit } = part;
    const control = document.createElement("textarea");
    // Holds the same text unseen: it measures the lines, and its height is that of a growing field.
    const mirror = document.createElement("phone-mirror");
    mirror.setAttribute("aria-hidden", "true");
    let lines = 0;

    const measure = () => {
      if (!dom.isConnected) return;
      mirror.textContent = "一";
      const lineHeight = mirror.getBoundingClientRect().height;
      mirror.textContent = `${control.value}\u200b`;
      const { height } = mirror.getBoundingClientRect();
      const lineCount = lineHeight > 0 ? Math.round(height / lineHeight) : 0;
      if (lineCount === lines || lineCount === 0) return;
      lines = lineCount;
      emit("linechange", {
        height,
        heightRpx: (height * 750) / window.innerWidth,
        lineCount,
        lineHeight,
      });
    };
    const field = textField(part, control, {
      typed: (value) => value,
      confirms: () => values().confirmType !== "return",
      shown: measure,
    });
    dom.append(mirror);
    return {
      ...field,
      attached() {
        field.attached?.();
        measure();
      },
      update(now, before) {
        dom.toggleAttribute("auto-height", now.autoHeight);
        component.setNodeStyle(now.autoHeight ? "height:auto" : "", ownSegment);
        control.enterKeyHint = now.confirmType === "return" ? "enter" : now.confirmType;
        field.update?.(now, before);
      },
    };
  },
});
