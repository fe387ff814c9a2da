import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from "node:fs";

/** A line as it is kept: counted from 1 and never going back; `at` is ISO 8601, UTC. */
export type Kept<Line> = Line & Readonly<{ n: number; at: string }>;

/** A file that only grows, in memory as well. */
export type Lines<Line> = Readonly<{
  /** The line is on disk when this returns. */
  add<One extends Line>(line: One): Kept<One>;
  /** @param n all lines by default, otherwise those that came after number `n` */
  after(n?: number): readonly Kept<Line>[];
  /** @returns how to stop listening */
  listen(listener: (line: Kept<Line>) => void): () => void;
  close(): void;
}>;

/** @param file one line of JSON each; made when it is missing */
export function openLines<Line extends object>(file: string): Lines<Line> {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  // A line that was being written when the process was killed has no end.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines: Kept<Line>[] = whole
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  if (whole !== text) truncateSync(file, Buffer.byteLength(whole));
  const descriptor = openSync(file, "a");
  const listeners = new Set<(line: Kept<Line>) => void>();
  return {
    add(line) {
      const kept = { n: lines.length + 1, at: new Date().toISOString(), ...line };
      writeSync(descriptor, `${JSON.stringify(kept)}\n`);
      fsyncSync(descriptor);
      lines.push(kept);
      for (const listener of listeners) listener(kept);
      return kept;
    },
    after: (n = 0) => lines.slice(n),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => closeSync(descriptor),
  };
}
