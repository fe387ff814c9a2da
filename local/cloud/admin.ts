import { randomUUID } from "node:crypto";
import { addressOf, parseJson, type Route, readBody, sendJson } from "./http.ts";
import { type Actions, CloudError, type WireRequest } from "./wire.ts";

/** CloudBase's limit for a request that is not a function call. */
const adminBytesMax = 100 * 1024 * 1024;

/** `POST /admin`: the one address that the SDKs talk to. Always answers 200, as CloudBase does. */
export function adminRoute(actions: Actions): Route {
  return async (request, response) => {
    if (addressOf(request).pathname !== "/admin" || request.method !== "POST") return false;
    const body = await readBody(request, adminBytesMax);
    sendJson(response, await perform(actions, parseJson(body) as WireRequest));
    return true;
  };
}

async function perform(actions: Actions, request: WireRequest): Promise<object> {
  const requestId = randomUUID();
  try {
    const action = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined;
    if (!action) {
      const message = `The local cloud does not know the action ${request.action}.`;
      throw new CloudError("INVALID_PARAM", message);
    }
    return { requestId, ...((await action(request)) as object) };
  } catch (error) {
    if (error instanceof CloudError) return { requestId, code: error.code, message: error.message };
    console.error(error);
    return { requestId, code: "SYS_ERR", message: String(error) };
  }
}
