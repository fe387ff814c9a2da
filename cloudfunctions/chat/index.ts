import cloud from "wx-server-sdk";
import { cloudbasePorts } from "../../cloudbase/ports.ts";
import { initialise } from "../../cloudbase/sdk.ts";
import { createPush } from "../../core/push.ts";

initialise();
const push = createPush(cloudbasePorts());

/** WeChat's door: what its message push sends to this function. */
export const main = (event: unknown, context: Readonly<{ request_id?: string }>) =>
  push(event, {
    source: cloud.getWXContext().SOURCE ?? "",
    traceId: context.request_id ?? "none",
  });
