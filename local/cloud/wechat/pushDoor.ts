import { setTimeout as pause } from "node:timers/promises";

/** WeChat waits so long for an answer … */
const patienceMs = 5_000;

/** … and pushes so often in all. */
const pushesMax = 3;

/** Runs the function once. @returns its answer as JSON text; rejects when it failed */
type Run = (event: object) => Promise<string>;

/** @returns what the function answered; rejects when it failed, or left three pushes unanswered */
export type PushDoor = (event: object) => Promise<unknown>;

/**
 * The one way by which WeChat's message push reaches a function. A push that is not answered in time is
 * pushed again as it was, with the same MsgId, while the first may still be running: the function has to
 * know it again. A function that fails has answered.
 * @param run undefined when no function is declared for pushes; they go nowhere then, as in WeChat
 */
export function openPushDoor(run: Run | undefined, patience = patienceMs): PushDoor {
  return async (event) => {
    if (!run) return undefined;
    const answers: Promise<string>[] = [];
    while (answers.length < pushesMax) {
      answers.push(run(event));
      const waiting = new AbortController();
      const silence = pause(patience, undefined, waiting).catch(() => undefined);
      const answer = await Promise.race([...answers, silence]).finally(() => waiting.abort());
      if (answer !== undefined) return JSON.parse(answer);
    }
    throw new Error(
      `The function has not answered ${pushesMax} pushes within ${patience} ms each.`,
    );
  };
}
