import cloud from "wx-server-sdk";
import { cloudbasePorts } from "../../cloudbase/ports.ts";
import { initialise } from "../../cloudbase/sdk.ts";
import { createNight } from "../../core/nightly.ts";

initialise();
const night = createNight(cloudbasePorts());

/** The clock's door: what the timer of `config.json` starts every night. */
export const main = (_event: unknown, context: Readonly<{ request_id?: string }>) =>
  night({
    source: cloud.getWXContext().SOURCE ?? "",
    traceId: context.request_id ?? "none",
  });
