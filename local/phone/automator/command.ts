import type { Page } from "playwright-core";

/** Asks the part of the automator that runs in the phone. */
export function askPhone<Answer>(page: Page, method: string, params: object): Promise<Answer> {
  const call = [method, params].map((part) => JSON.stringify(part)).join(",");
  return page.evaluate<Answer>(`__automation(${call})`);
}

/** A method that needs the browser, not the phone in it. */
export type Command = (params: Record<string, unknown>) => Promise<unknown>;
