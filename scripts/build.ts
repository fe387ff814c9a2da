import { bundleFunctions } from "./bundleFunctions.ts";
import { packNpm } from "./packNpm.ts";

/** Everything WeChat DevTools needs that is not in the repository. */
await bundleFunctions();
packNpm();
