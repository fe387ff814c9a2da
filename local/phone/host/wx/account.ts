import { api } from "../api.ts";
import { randomName } from "./files.ts";

/**
 * Who holds the phone. A cloud function knows that by itself; the code is for servers that do not.
 */
export function accountWx(): Record<string, unknown> {
  return {
    login: api<object>("login", () => ({ code: randomName() })),
    checkSession: api<object>("checkSession", () => undefined),
    // The phone never asks for a scope, so none is ever granted or refused.
    getSetting: api<{ withSubscriptions?: boolean }>("getSetting", ({ withSubscriptions }) => ({
      authSetting: {},
      ...(withSubscriptions
        ? { subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }
        : {}),
    })),
  };
}
