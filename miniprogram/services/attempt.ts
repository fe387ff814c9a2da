import { Refused } from "./call";
import { explain } from "./dialogs";

/**
 * Does what a tap asked for, and says why when the village refuses.
 * @returns undefined when it was refused
 */
export async function attempt<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    explain(sentenceOf(error));
    return undefined;
  }
}

/** With the number under which the log has it, when the system itself failed. */
export const sentenceOf = ({ message, traceId }: Refused): string =>
  traceId === "" ? message : `${message}（编号${traceId}）`;
