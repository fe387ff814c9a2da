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
    explain(error.traceId === "" ? error.message : `${error.message}（编号${error.traceId}）`);
    return undefined;
  }
}
