import { bundleFunctions } from "./bundleFunctions.ts";
import { bundleChartLibrary } from "./chartLibrary/bundle.ts";
import { packNpm } from "./packNpm.ts";

/** Everything WeChat DevTools needs that is not in the repository. */
await bundleFunctions();
await bundleChartLibrary();
packNpm();
