import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../core/kernel/refusal.ts";

/** How long conflicts may go on before we say `busy`; under the function's time-out of 30 s. */
const patienceMs = 25_000;

/** The longest pause between two tries. */
const pauseMost = 300;

/**
 * How CloudBase words "this id or unique key is there already" and "somebody else changed this
 * meanwhile". wx-server-sdk replaces the codes by −501001, so the text is all there is to go by.
 */
const duplicate = /duplicate|E11000/i;
const conflict = /conflict|TransactionNotExist/i;

export const isDuplicate = (error: unknown): boolean => duplicate.test(textOf(error));

/** In a transaction a duplicate is a conflict too: somebody inserted it after we looked. */
const isConflict = (error: unknown): boolean => conflict.test(textOf(error)) || isDuplicate(error);

/**
 * Runs a transaction again after a conflict, each time after a longer and random pause, so that many
 * who record for the same member come through one after another. The SDK's own retry does not do:
 * it gives up on conflicts raised by a write, and never pauses.
 * @throws Refusal `busy` when conflicts do not end
 */
export async function retrying<R>(
  once: () => Promise<R>,
  patience: number = patienceMs,
): Promise<R> {
  const giveUpAt = Date.now() + patience;
  for (let tries = 0; ; tries++) {
    try {
      return await once();
    } catch (error) {
      if (error instanceof Refusal || !isConflict(error)) throw error;
      if (Date.now() > giveUpAt) throw new Refusal("busy");
      await sleep(Math.random() * Math.min(pauseMost, 5 * 2 ** tries));
    }
  }
}

const textOf = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${"errMsg" in error ? error.errMsg : ""}` : `${error}`;
