import type { Page } from "playwright-core";

/** Computed values of the first element that matches `selector`. */
export function stylesOf(page: Page, selector: string, ...names: string[]): Promise<string[]> {
  const style = `getComputedStyle(document.querySelector(${JSON.stringify(selector)}))`;
  return page.evaluate(`${JSON.stringify(names)}.map((name) => ${style}.getPropertyValue(name))`);
}
