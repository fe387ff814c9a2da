import cloud from "wx-server-sdk";
import { cloudbasePorts } from "../../cloudbase/ports.ts";
import { initialise } from "../../cloudbase/sdk.ts";
import { createApp } from "../../core/app.ts";

initialise();
const app = createApp(cloudbasePorts());

/** The phone's door: WeChat says who calls, the event says what is asked. */
export const main = (event: unknown, context: Readonly<{ request_id?: string }>) =>
  app(event, {
    openid: cloud.getWXContext().OPENID ?? "",
    traceId: context.request_id ?? "none",
  });
