import { randomUUID } from "node:crypto";
import { type Actions, CloudError } from "../wire.ts";
import { type Caller, identityIn } from "./caller.ts";
import { timerSource } from "./environment.ts";
import type { Functions } from "./functions.ts";

/** The ways in which a function is started. Each resolves to its result as JSON text. */
export type Doors = Readonly<{
  /** As `wx.cloud.callFunction` does on a phone; without an openid, as WeChat's HTTP API does. */
  call(name: string, event: object, caller: Caller, requestId?: string): Promise<string>;
  /** As WeChat's message push does: `event.FromUserName` is the caller. */
  push(name: string, event: object): Promise<string>;
  /**
   * As the clock does.
   * @throws CloudError `INVALID_PARAM` when `config.json` has no such trigger
   */
  trigger(name: string, triggerName: string): Promise<string>;
  /** `functions.invokeFunction`: as another function does, on behalf of whoever called that. */
  actions: Actions;
}>;

/** @param seen is told who calls from a phone */
export function openDoors(
  functions: Functions,
  appid: string,
  seen: (caller: Caller) => void,
): Doors {
  return {
    call(name, event, caller, requestId = randomUUID()) {
      seen(caller);
      const { openid } = caller;
      const userInfo = { appId: appid, ...(openid === undefined ? {} : { openId: openid }) };
      const source = openid === undefined ? "wx_http" : "wx_client";
      return functions.invoke({
        ...{ name, requestId, identity: { ...caller, source } },
        event: JSON.stringify({ ...event, userInfo }),
      });
    },
    push(name, event) {
      const from = "FromUserName" in event ? event.FromUserName : undefined;
      const identity = {
        ...(typeof from === "string" ? { openid: from } : {}),
        source: "wx_unknown",
      };
      const requestId = randomUUID();
      return functions.invoke({ name, requestId, identity, event: JSON.stringify(event) });
    },
    async trigger(name, triggerName) {
      const names = functions.settingsOf(name).triggers.map((trigger) => trigger.name);
      if (!names.includes(triggerName)) {
        const known = names.length > 0 ? names.join(", ") : "none";
        const message = `The function ${name} has no trigger ${triggerName}. It has: ${known}.`;
        throw new CloudError("INVALID_PARAM", message);
      }
      const time = `${new Date().toISOString().slice(0, 19)}Z`;
      const event = { Type: "Timer", TriggerName: triggerName, Time: time, Message: "" };
      const identity = { source: timerSource };
      const requestId = randomUUID();
      return functions.invoke({ name, requestId, identity, event: JSON.stringify(event) });
    },
    actions: {
      "functions.invokeFunction": async (request) => {
        const { source, ...caller } = identityIn(request.wxCloudApiToken);
        const response_data = await functions.invoke({
          name: String(request.function_name),
          event: String(request.request_data || "{}"),
          requestId: randomUUID(),
          identity: { ...caller, source: source ? `${source},scf` : "scf" },
        });
        return { data: { response_data } };
      },
    },
  };
}
