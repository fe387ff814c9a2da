import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../core/kernel/refusal.ts";

/** How long conflicts may go on before we say `busy`; well under the function's time-out of 20 s. */
const patienceMs = 15_000;

/** The longest pause between two tries. */
const pauseMost = 300;

/**
 * How CloudBase words "somebody else changed this meanwhile" and "this id or unique key is there
 * already". wx-server-sdk replaces the codes by −501001, so the text is all there is to go by.
 */
const conflict = /conflict|duplicate|E11000|TransactionNotExist/i;

/**
 * Runs a transaction again after a conflict, each time after a longer and random pause, so that many
 * who record for the same member come through one after another. The SDK's own retry does not do:
 * it gives up on conflicts raised by a write, and never pauses.
 * @throws Refusal `busy` when conflicts do not end
 */
export async function retrying<R>(once: () => Promise<R>): Promise<R> {
  const giveUpAt = Date.now() + patienceMs;
  for (let tries = 0; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (error instanceof Refusal || !conflict.test(textOf(error))) throw error;
      if (Date.now() > giveUpAt) throw new Refusal("busy");
      await sleep(Math.random() * Math.min(pauseMost, 5 * 2 ** tries));
    }
  }
}

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${"errMsg" in error ? error.errMsg : ""}` : `${error}`;
