import type { Diagnostic } from "../program.ts";
import { element } from "./frame.ts";

/**
 * Shows what the compiler found.
 * @returns whether an error keeps the Mini Program from running
 */
export function showDiagnostics(diagnostics: readonly Diagnostic[]): boolean {
  const lines = (level: Diagnostic["level"]): string[] =>
    diagnostics.filter((diagnostic) => diagnostic.level === level).map(format);
  for (const line of lines("warning")) console.warn(line);
  const errors = lines("error");
  if (errors.length === 0) return false;
  for (const line of errors) console.error(line);
  show(errors.join("\n\n"));
  return true;
}

/** Shows what kept the first page from opening. */
export function showFailure(error: unknown): void {
  show(error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error));
}

function show(text: string): void {
  document.body.append(element("pre", "phone-diagnostics", text));
}

/** `pages/a/a.wxml:3:5 message`. */
function format({ file, line, column, message }: Diagnostic): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(":");
  return `${place} ${message}`;
}
