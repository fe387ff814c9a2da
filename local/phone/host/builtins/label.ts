import type { GeneralComponent } from "glass-easel";
import { builtin } from "./builtin.ts";
import { componentOf, siblingById } from "./owner.ts";
import { text } from "./properties.ts";

/** What a label can act for. */
const controls = "wx-button, wx-checkbox, wx-radio, wx-switch, wx-input, wx-textarea";

const answers = new WeakMap<GeneralComponent, () => void>();

/** Lets a built-in answer for the label that names or holds it. */
export function answerLabel(component: GeneralComponent, answer: () => void): void {
  answers.set(component, answer);
}

/**
 * A tap anywhere on it is as good as one on its control: that named by `for`, else the first
 * inside.
 */
export const label = builtin({
  tag: "label",
  properties: { for: text() },
  mount({ component, dom, values, on }) {
    const control = (): GeneralComponent | undefined => {
      const id = values().for;
      if (id) return siblingById(component, id)?.asGeneralComponent() ?? undefined;
      const first = dom.querySelector(controls);
      return first ? componentOf(first) : undefined;
    };
    on("tap", (event) => {
      const original = event.getOriginalEvent();
      const at = original instanceof Event ? original.target : null;
      const tapped = at instanceof Element ? at.closest(controls) : null;
      const answering = control();
      if (answering && !(tapped && dom.contains(tapped))) answers.get(answering)?.();
    });
  },
});
