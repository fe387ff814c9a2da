import type { GeneralComponent } from "glass-easel";
import { componentOf, domOf, hasNamedBehavior, ownerOf } from "./owner.ts";

/** What a form wants of a built-in that holds a value. */
export type Field = Readonly<{
  /** The value of now, in the type that the built-in's own events give it. */
  value(): unknown;
  /** Back to empty, as WeChat's reset does: to nothing chosen, not to what the page first said. */
  reset(): void;
}>;

const fields = new WeakMap<GeneralComponent, Field>();

/** Makes a built-in known to the form around it. */
export function registerField(component: GeneralComponent, field: Field): void {
  fields.set(component, field);
}

type Named = Readonly<{ name: string; field: Field }>;

/**
 * The fields of a form that have a name. A custom component hides its inside from the form: it is a
 * field itself by the behavior `wx://form-field`, or lends its inside by `wx://form-field-group`.
 */
export function fieldsOf(form: GeneralComponent): readonly Named[] {
  const found: Named[] = [];
  for (const dom of domOf(form).querySelectorAll("*")) {
    const component = componentOf(dom);
    if (!component || !belongsTo(component, form)) continue;
    const field = fields.get(component) ?? customField(component);
    const { name } = component.data as { name?: unknown };
    if (field && name !== undefined && name !== "") found.push({ name: String(name), field });
  }
  return found;
}

function belongsTo(component: GeneralComponent, form: GeneralComponent): boolean {
  const home = ownerOf(form);
  let owner = ownerOf(component);
  while (owner && owner !== home) {
    if (!hasNamedBehavior(owner, "wx://form-field-group")) return false;
    owner = ownerOf(owner);
  }
  return owner === home;
}

function customField(component: GeneralComponent): Field | undefined {
  if (!hasNamedBehavior(component, "wx://form-field")) return undefined;
  return {
    value: () => (component.data as { value?: unknown }).value,
    reset: () => component.setData({ value: "" }),
  };
}
