import type { GeneralComponent } from "glass-easel";
import { builtin } from "./builtin.ts";
import { fieldsOf } from "./fields.ts";
import { componentOf, domOf, hasNamedBehavior, ownerOf } from "./owner.ts";
import { flag, number } from "./properties.ts";

/** What a button does to the form around it. */
export type FormAction = "submit" | "reset";

const actions = new WeakMap<GeneralComponent, (action: FormAction) => void>();

/** Collects the values of the fields inside it by name, and tells them with `submit`. */
export const form = builtin({
  tag: "form",
  properties: { reportSubmit: flag(), reportSubmitTimeout: number() },
  mount({ component, emit }) {
    const target = () => ({ id: component.id, dataset: component.dataset });
    actions.set(component, (action) => {
      const fields = fieldsOf(component);
      if (action === "submit") {
        const value = Object.fromEntries(fields.map(({ name, field }) => [name, field.value()]));
        emit("submit", { value, target: target(), formId: "" });
        return;
      }
      for (const { field } of fields) field.reset();
      emit("reset", { target: target() });
    });
  },
});

/**
 * A button with `form-type` was tapped: acts on the nearest form. A custom component hides its
 * buttons from a form outside it unless it has the behavior `wx://form-field-button`.
 */
export function actOnForm(button: GeneralComponent, action: FormAction): void {
  const dom = domOf(button).closest("wx-form");
  const form = dom ? componentOf(dom) : undefined;
  if (form && reaches(button, form)) actions.get(form)?.(action);
}

function reaches(button: GeneralComponent, form: GeneralComponent): boolean {
  const home = ownerOf(form);
  let owner = ownerOf(button);
  while (owner && owner !== home && hasNamedBehavior(owner, "wx://form-field-button")) {
    owner = ownerOf(owner);
  }
  return owner === home;
}
