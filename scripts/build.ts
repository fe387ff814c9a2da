import { bundleFunctions } from "./bundleFunctions.ts";

/** Everything WeChat DevTools needs that is not in the repository. */
await bundleFunctions();
