import type { Life, Part } from "./builtin.ts";
import { registerField } from "./fields.ts";
import { boxIn, type Inside, inside } from "./inside.ts";
import { answerLabel } from "./label.ts";
import { anything, flag, number, text } from "./properties.ts";

/** What `input` and `textarea` have in common; the last ten move a keyboard that the phone lacks. */
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

type Control = HTMLInputElement | HTMLTextAreaElement;

type Habits = Readonly<{
  /** What of the typed text the keyboard of this field could have typed. */
  typed(value: string): string;
  /** Whether Enter confirms, rather than begins a line. */
  confirms(): boolean;
  /** The text is another now, by the person or by the page. */
  shown?(value: string): void;
}>;

/** Gives a browser's field the behaviour of WeChat's. */
export function textField(
  { component, dom, values, set, emit }: Part<TextFieldProperties>,
  control: Control,
  habits: Habits,
): Life<TextFieldProperties> {
  const placeholder = boxIn(dom, "phone-placeholder");
  dom.append(control);
  let keyCode = 0;

  const clip = (value: string) => {
    const { maxlength } = values();
    return maxlength < 0 ? value : value.slice(0, maxlength);
  };
  const show = (value: string) => {
    if (control.value !== value) control.value = value;
    placeholder.hidden = value !== "";
    habits.shown?.(value);
  };
  const take = () => {
    const caret = habits.typed(control.value.slice(0, control.selectionEnd ?? undefined)).length;
    const typed = clip(habits.typed(control.value));
    if (typed !== control.value) {
      show(typed);
      control.setSelectionRange(caret, caret);
    } else show(typed);
    set({ value: control.value });
    const cursor = control.selectionEnd ?? control.value.length;
    const answer = askPage(emit, { value: control.value, cursor, keyCode });
    if (answer === undefined) return;
    show(clip(answer.value));
    set({ value: control.value });
    if (answer.cursor !== undefined) control.setSelectionRange(answer.cursor, answer.cursor);
  };
  const focus = () => {
    const { cursor, selectionStart, selectionEnd } = values();
    control.focus({ preventScroll: true });
    if (selectionStart >= 0 && selectionEnd >= 0) {
      control.setSelectionRange(selectionStart, selectionEnd);
    } else if (cursor >= 0) control.setSelectionRange(cursor, cursor);
  };
  const confirm = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.isComposing || !habits.confirms()) return;
    event.preventDefault();
    emit("confirm", { value: control.value });
    if (!values().confirmHold) control.blur();
  };

  control.addEventListener("keydown", (event) => {
    keyCode = (event as KeyboardEvent).keyCode;
    confirm(event as KeyboardEvent);
  });
  // While a Chinese word is being composed the field holds letters that nobody meant.
  control.addEventListener("input", (event) => {
    placeholder.hidden = control.value !== "";
    if (!(event as InputEvent).isComposing) take();
  });
  control.addEventListener("compositionend", take);
  control.addEventListener("focus", () => emit("focus", { value: control.value, height: 0 }));
  control.addEventListener("blur", () => {
    if (values().focus) set({ focus: false });
    emit("blur", { value: control.value, cursor: control.selectionEnd ?? 0 });
  });
  registerField(component, { value: () => control.value, reset: () => set({ value: "" }) });
  answerLabel(component, () => !values().disabled && focus());

  return {
    attached() {
      if (values().focus || values().autoFocus) queueMicrotask(focus);
    },
    update(now, before) {
      control.disabled = now.disabled;
      if (now.maxlength >= 0) control.maxLength = now.maxlength;
      else control.removeAttribute("maxlength");
      control.style.caretColor = now.cursorColor;
      placeholder.textContent = now.placeholder;
      placeholder.setAttribute("style", now.placeholderStyle);
      control.setAttribute("aria-label", now.placeholder);
      show(clip(textOf(now.value)));
      if (now.focus === before.focus || !dom.isConnected) return;
      if (now.focus) focus();
      else if (document.activeElement === control) control.blur();
    },
  };
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? "" : String(value);
}

type Answer = Readonly<{ value: string; cursor?: number }>;

/** Tells of input; what the page's handler returns replaces what was typed. */
function askPage(emit: Part["emit"], detail: unknown): Answer | undefined {
  let answer: Answer | undefined;
  emit("input", detail, {
    handleListenerReturn(returned) {
      if (typeof returned === "string") answer = { value: returned };
      else if (isAnswer(returned)) answer = returned;
      return true;
    },
  });
  return answer;
}

function isAnswer(returned: unknown): returned is Answer {
  return (
    typeof returned === "object" &&
    returned !== null &&
    "value" in returned &&
    typeof returned.value === "string"
  );
}
