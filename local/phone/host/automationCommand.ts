import type { OpenPage, Phone } from "./phone.ts";

/** Answers one method of the protocol of miniprogram-automator with what goes into JSON. */
export type Command = (params: Params) => unknown;

/** A method's parameters, which only the method itself knows; each takes what it needs by name. */
export type Params = Readonly<{
  pageId: number;
  elementId: string;
  method: string;
  name: string;
  names: string[];
  path: string;
  selector: string;
  type: string;
  data: Record<string, unknown>;
  detail: unknown;
  args: unknown[];
  result: unknown;
  functionName: string;
  functionDeclaration: string;
}>;

/** The page with this id. @throws when it is no longer open */
export function pageOf(phone: Phone, pageId: number): OpenPage {
  const page = phone.pages().find((open) => open.pageId === pageId);
  if (!page) throw new Error(`there is no open page ${pageId}`);
  return page;
}

/** `a.b[0]` of a value; the whole of it without a path. */
export function valueAt(value: unknown, path: string | undefined): unknown {
  const steps = (path ?? "").split(/[.[\]]/).filter(Boolean);
  return steps.reduce((at, step) => (at as Record<string, unknown> | undefined)?.[step], value);
}

export function callMethod(target: object, name: string, args: unknown[]): unknown {
  const method = (target as Record<string, unknown>)[name];
  if (typeof method !== "function") throw new Error(`there is no method "${name}"`);
  return method.apply(target, args);
}
