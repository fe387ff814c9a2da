/** What every call of `wx` may carry besides its own options. */
export type Callbacks = {
  success?: (result: unknown) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (outcome: unknown) => void;
};

/** Thrown by an API's body: the call fails with `name:fail message`. */
export class ApiFailure extends Error {}

/**
 * Makes a function of `wx` in WeChat's manner: with callbacks it returns nothing and calls them, without
 * any it returns a promise; results carry `errMsg`.
 * @param run what it does; throws `ApiFailure` to fail
 */
export function api<Options extends object>(
  name: string,
  run: (options: Options) => object | undefined | Promise<object | undefined>,
): (options?: Options & Callbacks) => Promise<unknown> | undefined {
  return (options) => {
    const { success, fail, complete } = options ?? ({} as Callbacks);
    const settled = settle(name, () => run(options ?? ({} as Options)));
    if (!success && !fail && !complete) return settled;
    settled.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: { errMsg: string }) => {
        fail?.(error);
        complete?.(error);
      },
    );
    return undefined;
  };
}

async function settle(name: string, run: () => unknown): Promise<object> {
  try {
    return { errMsg: `${name}:ok`, ...((await run()) as object | undefined) };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    throw { errMsg: `${name}:fail ${error.message}` };
  }
}
