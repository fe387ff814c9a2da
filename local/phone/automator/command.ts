import type { Page } from "playwright-core";

/** Asks the part of the automator that runs in the phone, once the phone has started. */
export async function askPhone<Answer>(
  page: Page,
  method: string,
  params: object,
): Promise<Answer> {
  const call = [method, params].map((part) => JSON.stringify(part)).join(",");
  await page.waitForFunction("window.__automation !== undefined");
  return page.evaluate<Answer>(`__automation(${call})`);
}

/** A method that needs the browser, not the phone in it. */
export type Command = (params: Record<string, unknown>) => Promise<unknown>;
