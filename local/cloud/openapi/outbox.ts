import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from "node:fs";
import type { Fields } from "./protobuf.ts";

/**
 * One call of WeChat's server API: what WeChat would have delivered, checked or made. `data` is what
 * the function passed, in snake_case; it is kept as it is, because it stands for the delivery.
 */
export type Message = Readonly<{
  /** Counts from 1, and never goes back. */
  n: number;
  /** ISO 8601, UTC. */
  at: string;
  api: string;
  data: Fields;
  /** On whose behalf the function ran, and which it was; neither outside of a function. */
  openid?: string;
  function?: string;
  /** What was answered; `errcode` is 0, or missing, when WeChat took it. Of bytes only their type. */
  outcome: object;
}>;

export type Listener = (message: Message) => void;

export type Outbox = Readonly<{
  /** Resolves nothing: the message is on disk when this returns. */
  add(message: Omit<Message, "n" | "at">): void;
  /** @param n all messages by default, otherwise those that came after number `n` */
  after(n?: number): readonly Message[];
  /** @returns how to stop listening */
  listen(listener: Listener): () => void;
  close(): void;
}>;

/** @param file one message a line, as JSON */
export function openOutbox(file: string): Outbox {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  // A line that was being written when the process was killed has no end.
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const messages: Message[] = whole
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  if (whole !== text) truncateSync(file, Buffer.byteLength(whole));
  const descriptor = openSync(file, "a");
  const listeners = new Set<Listener>();
  return {
    add(call) {
      const message = { n: messages.length + 1, at: new Date().toISOString(), ...call };
      writeSync(descriptor, `${JSON.stringify(message)}\n`);
      fsyncSync(descriptor);
      messages.push(message);
      for (const listener of listeners) listener(message);
    },
    after: (n = 0) => messages.slice(n),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => closeSync(descriptor),
  };
}
