import { ApiFailure } from "../api.ts";

/** What goes wrong with a file makes the call fail with its message. */
export async function orFail<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new ApiFailure(error instanceof Error ? error.message : String(error));
  }
}
