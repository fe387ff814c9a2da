import { anything, type Properties } from "./properties.ts";

/** The `aria-` properties that WeChat takes on every built-in. */
const names = [
  "role",
  "label",
  "hidden",
  "checked",
  "selected",
  "expanded",
  "disabled",
  "pressed",
  "required",
  "readonly",
  "invalid",
  "busy",
  "modal",
  "multiline",
  "multiselectable",
  "haspopup",
  "live",
  "atomic",
  "level",
  "orientation",
  "valuenow",
  "valuemin",
  "valuemax",
  "valuetext",
  "labelledby",
  "describedby",
  "controls",
  "owns",
  "activedescendant",
  "placeholder",
  "sort",
] as const;

const propertyOf = (name: string) => `aria${name[0]?.toUpperCase()}${name.slice(1)}`;

export const ariaProperties: Properties = Object.fromEntries(
  names.map((name) => [propertyOf(name), anything()]),
);

/** Writes the properties that were given as the attributes that a browser reads out. */
export function showAria(dom: HTMLElement, values: Readonly<Record<string, unknown>>): void {
  for (const name of names) {
    const value = values[propertyOf(name)];
    if (value === null || value === undefined) continue;
    const attribute = name === "role" ? "role" : `aria-${name}`;
    dom.setAttribute(attribute, String(value));
  }
}
