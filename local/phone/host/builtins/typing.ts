import type { Part } from "./builtin.ts";
import type { TextFieldProperties } from "./textField.ts";

export type Control = HTMLInputElement | HTMLTextAreaElement;

export type Habits = Readonly<{
  /** What of the typed text the keyboard of this field could have typed. */
  typed(value: string): string;
  /** Whether Enter confirms, rather than begins a line. */
  confirms(): boolean;
  /** The text may be another now, by the person or by the page. */
  shown?(): void;
}>;

/**
 * Tells the page of what is typed: `input` for each change, `confirm` for Enter.
 * @param show writes a text into the field, no longer than it may be
 */
export function listenForTyping(
  { values, set, emit }: Part<TextFieldProperties>,
  control: Control,
  habits: Habits,
  show: (value: string) => void,
): void {
  let keyCode = 0;

  const take = () => {
    const typed = habits.typed(control.value);
    const caret = habits.typed(control.value.slice(0, control.selectionEnd ?? 0)).length;
    const refused = typed !== control.value;
    show(typed);
    if (refused) control.setSelectionRange(caret, caret);
    set({ value: control.value });
    const cursor = control.selectionEnd ?? control.value.length;
    const answer = askPage(emit, { value: control.value, cursor, keyCode });
    if (answer === undefined) return;
    show(answer.value);
    set({ value: control.value });
    if (answer.cursor !== undefined) control.setSelectionRange(answer.cursor, answer.cursor);
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
    if (!(event as InputEvent).isComposing) take();
  });
  control.addEventListener("compositionend", take);
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
