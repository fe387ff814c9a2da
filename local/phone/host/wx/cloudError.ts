/** How `wx.cloud` fails: an error with WeChat's code, whose text says which call. */
export class CloudError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg);
  }
}

/** WeChat's number and words for what the cloud answers. */
const known: Readonly<Record<string, readonly [number, string]>> = {
  FUNCTIONS_EXECUTE_FAIL: [-504002, "functions execute fail"],
  FUNCTION_NOT_FOUND: [-501000, "FunctionName parameter could not be found"],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, "Invoking task timed out"],
  STORAGE_FILE_NONEXIST: [-503003, "file not exist"],
  STORAGE_EXCEED_AUTHORITY: [-503002, "storage permission denied"],
  EXCEED_MAX_PAYLOAD_SIZE: [-501007, "data exceed max size"],
};

const systemError: readonly [number, string] = [-501001, "resource system error"];

/** @param call for example `callFunction` */
export function cloudFailure(call: string, code: string, message: string): CloudError {
  const [errCode, words] = known[code] ?? systemError;
  return new CloudError(
    errCode,
    `cloud.${call}:fail Error: errCode: ${errCode} ${words} | errMsg: ${message}`,
  );
}

export function noSignal(call: string): CloudError {
  return new CloudError(-1, `cloud.${call}:fail Error: request:fail no network`);
}
