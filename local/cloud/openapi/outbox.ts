import { type Kept, type Lines, openLines } from "../lines.ts";
import type { Fields } from "./protobuf.ts";

/**
 * One call of WeChat's server API: what WeChat would have delivered, checked or made. `data` is what
 * the function passed, in snake_case; it is kept as it is, because it stands for the delivery.
 */
export type Call = Readonly<{
  api: string;
  data: Fields;
  /** On whose behalf the function ran, and which it was; neither outside of a function. */
  openid?: string;
  function?: string;
  /** What was answered; `errcode` is 0, or missing, when WeChat took it. Of bytes only their type. */
  outcome: object;
}>;

export type Message = Kept<Call>;

export type Listener = (message: Message) => void;

export type Outbox = Lines<Call>;

/** @param file one message a line, as JSON */
export const openOutbox = (file: string): Outbox => openLines(file);

/** Whether WeChat took it. */
export const isTaken = ({ outcome }: Call): boolean =>
  ((outcome as { errcode?: number }).errcode ?? 0) === 0;
