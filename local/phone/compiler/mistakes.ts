import type { Message } from "esbuild";
import type { Place } from "./findings.ts";

/** What esbuild has to say about a text that it could not read. */
export type Mistake = Readonly<{ message: string; at?: Place }>;

/** @param error what esbuild threw; anything else is one mistake without a place */
export function mistakesIn(error: unknown): Mistake[] {
  const { errors = [] } = error as { errors?: Message[] };
  if (errors.length === 0) return [{ message: String(error) }];
  return errors.map(({ text, location }) => ({
    message: text,
    ...(location && { at: { line: location.line, column: location.column + 1 } }),
  }));
}
