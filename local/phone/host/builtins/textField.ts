import type { Life, Part } from "./builtin.ts";
import { registerField } from "./fields.ts";
import { boxIn, type Inside, inside } from "./inside.ts";
import { answerLabel } from "./label.ts";
import { anything, flag, number, text, type Values } from "./properties.ts";
import { type Control, type Habits, listenForTyping } from "./typing.ts";

/**
 * What `input` and `textarea` have in common; the last ten move a keyboard that the phone lacks.
 */
export const textFieldProperties = {
  value: anything(""),
  placeholder: text(),
  placeholderStyle: text(),
  disabled: flag(),
  maxlength: number(140),
  focus: flag(),
  autoFocus: flag(),
  name: text(),
  confirmHold: flag(),
  cursor: number(-1),
  selectionStart: number(-1),
  selectionEnd: number(-1),
  cursorColor: text(),
  cursorSpacing: anything(0),
  adjustPosition: flag(true),
  adjustKeyboardTo: text(),
  holdKeyboard: flag(),
  alwaysEmbed: flag(),
  fixed: flag(),
  showConfirmBar: flag(true),
  disableDefaultPadding: flag(),
  alwaysSystem: flag(),
};

export type TextFieldProperties = typeof textFieldProperties;

/** The placeholder is an element, because the page styles it by class. */
export const textFieldInside: Inside = inside([
  { tag: "phone-placeholder", class: "input-placeholder placeholder-class" },
]);

/** Gives a browser's field the behaviour of WeChat's. */
export function textField(
  part: Part<TextFieldProperties>,
  control: Control,
  habits: Habits,
): Life<TextFieldProperties> {
  const { component, dom, values, set } = part;
  const placeholder = boxIn(dom, "phone-placeholder");
  // Read out as the control's own placeholder.
  placeholder.setAttribute("aria-hidden", "true");
  dom.append(control);
  const show = (value: string) => {
    const { maxlength } = values();
    const clipped = maxlength < 0 ? value : value.slice(0, maxlength);
    if (control.value !== clipped) control.value = clipped;
    placeholder.hidden = clipped !== "";
    habits.shown?.();
  };
  const focus = () => focusOn(control, values());
  listenForTyping(part, control, habits, show);
  listenForFocus(part, control);
  registerField(component, { value: () => control.value, reset: () => set({ value: "" }) });
  answerLabel(component, () => !values().disabled && focus());

  return {
    spoken: control,
    attached() {
      if (values().focus || values().autoFocus) queueMicrotask(focus);
    },
    update(now, before) {
      control.disabled = now.disabled;
      if (now.maxlength >= 0) control.maxLength = now.maxlength;
      else control.removeAttribute("maxlength");
      control.style.caretColor = now.cursorColor;
      // The browser's own placeholder is unseen (base.css), but read out and found by tests.
      control.placeholder = now.placeholder;
      placeholder.textContent = now.placeholder;
      placeholder.setAttribute("style", now.placeholderStyle);
      show(textOf(now.value));
      if (now.focus === before.focus || !dom.isConnected) return;
      if (now.focus) focus();
      else if (document.activeElement === control) control.blur();
    },
  };
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

/** Puts the caret, or a selection, where the page wants it. */
function focusOn(
  control: Control,
  { cursor, selectionStart, selectionEnd }: Values<TextFieldProperties>,
): void {
  control.focus({ preventScroll: true });
  if (selectionStart >= 0 && selectionEnd >= 0) {
    control.setSelectionRange(selectionStart, selectionEnd);
  } else if (cursor >= 0) control.setSelectionRange(cursor, cursor);
}

function listenForFocus({ values, set, emit }: Part<TextFieldProperties>, control: Control): void {
  control.addEventListener("focus", () => emit("focus", { value: control.value, height: 0 }));
  control.addEventListener("blur", () => {
    // So that the page can ask for the focus again.
    if (values().focus) set({ focus: false });
    emit("blur", { value: control.value, cursor: control.selectionEnd ?? 0 });
  });
}
