import type { GeneralComponent } from "glass-easel";
import type { Life, Part } from "./builtin.ts";
import { answerLabel } from "./label.ts";
import { componentOf, domOf } from "./owner.ts";
import { flag, text } from "./properties.ts";

/** What `checkbox` and `radio` have in common. */
export const choiceProperties = {
  value: text(),
  checked: flag(),
  disabled: flag(),
  color: text("#09bb07"),
};

type Choice = Part<typeof choiceProperties>;

export type ChoiceData = Readonly<{ value: string; checked: boolean }>;

/**
 * Draws the mark before the label and lets a tap, or that on its label, choose.
 * @param choose what a tap does when the choice is not disabled
 */
export function choice(
  { component, dom, values, on }: Choice,
  role: "checkbox" | "radio",
  choose: () => void,
): Life<typeof choiceProperties> {
  const mark = document.createElement(`phone-${role}`);
  dom.prepend(mark);
  const chosen = () => {
    if (!values().disabled) choose();
  };
  on("tap", chosen);
  answerLabel(component, chosen);
  return {
    update({ checked, disabled, color }) {
      if (!dom.hasAttribute("role")) dom.setAttribute("role", role);
      dom.setAttribute("aria-checked", String(checked));
      dom.toggleAttribute("checked", checked);
      dom.toggleAttribute("disabled", disabled);
      mark.style.setProperty("--color", color);
    },
  };
}

/** The checkboxes or radios of a group, in the order of the page. */
export function choicesOf(group: GeneralComponent, tag: "wx-checkbox" | "wx-radio") {
  return [...domOf(group).querySelectorAll(tag)].flatMap((dom) => componentOf(dom) ?? []);
}

/** The group around a choice; a choice may stand alone. */
export function groupOf(
  choice: GeneralComponent,
  tag: "wx-checkbox-group" | "wx-radio-group",
): GeneralComponent | undefined {
  const dom = domOf(choice).closest(tag);
  return dom ? componentOf(dom) : undefined;
}

export function choiceData(component: GeneralComponent): ChoiceData {
  return component.data as unknown as ChoiceData;
}
