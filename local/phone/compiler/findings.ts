import type { Diagnostic } from "../program.ts";

/** What the compiler has to say about the files it met; the same thing is said once. */
export type Findings = {
  error(file: string, message: string, at?: Place): void;
  warn(file: string, message: string, at?: Place): void;
  all(): Diagnostic[];
};

/** From 1. */
export type Place = Readonly<{ line: number; column?: number }>;

export function openFindings(): Findings {
  const found = new Map<string, Diagnostic>();
  const add = (level: Diagnostic["level"], file: string, message: string, at?: Place): void => {
    found.set(JSON.stringify([file, at, message]), { level, file, ...at, message });
  };
  return {
    error: (file, message, at) => add("error", file, message, at),
    warn: (file, message, at) => add("warning", file, message, at),
    all: () => [...found.values()].sort(inReadingOrder),
  };
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

/** Packages are others' work: their oddities are not reported unless they stop the compilation. */
export function isOwn(file: string): boolean {
  return !file.startsWith("miniprogram_npm/");
}

/** The place of a character in a text. */
export function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
