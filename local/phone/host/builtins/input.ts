import { builtin } from "./builtin.ts";
import { flag, text } from "./properties.ts";
import { textField, textFieldInside, textFieldProperties } from "./textField.ts";

/** Which characters the keyboard of a type has; a type that is not here has them all. */
const keyboards: Readonly<Record<string, RegExp>> = {
  number: /[^0-9]/g,
  digit: /[^0-9.]/g,
  idcard: /[^0-9Xx]/g,
};

const inputModes: Readonly<Record<string, string>> = { number: "numeric", digit: "decimal" };

/** One line of text. */
export const input = builtin({
  tag: "input",
  properties: {
    ...textFieldProperties,
    type: text("text"),
    password: flag(),
    confirmType: text("done"),
  },
  externalClasses: ["placeholder-class"],
  inside: textFieldInside,
  mount(part) {
    const control = document.createElement("input");
    control.autocomplete = "off";
    const field = textField(part, control, {
      typed: (value) => value.replace(keyboards[part.values().type] ?? /$^/, ""),
      confirms: () => true,
    });
    return {
      ...field,
      update(now, before) {
        control.type = now.password || now.type === "safe-password" ? "password" : "text";
        control.inputMode = inputModes[now.type] ?? "text";
        control.enterKeyHint = now.confirmType;
        field.update?.(now, before);
      },
    };
  },
});
