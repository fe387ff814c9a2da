import { chatting } from "./bench/chatting.ts";
import { coldStart } from "./bench/coldStart.ts";
import { engine } from "./bench/engine.ts";
import { importing } from "./bench/importing.ts";
import { ledgerLength } from "./bench/ledgerLength.ts";
import { mainPackage } from "./bench/mainPackage.ts";
import { setDataOf } from "./bench/setDataOf.ts";
import { throughput } from "./bench/throughput.ts";
import { trial } from "./bench/trial.ts";
import { villageSize } from "./bench/villageSize.ts";
import { bundleFunctions } from "./bundleFunctions.ts";
import { bundleChartLibrary } from "./chartLibrary/bundle.ts";

/**
 * `npm run bench`: counts and ratios of one run, which hold on any machine; no stop-watch. Ends with 1
 * when the cost of an operation depends on the length of the ledger or on the size of the village, or that of
 * a command of the chat on how much waits.
 */

await bundleFunctions();
const same = await ledgerLength();
const fits = await villageSize();
const answers = await chatting();
await importing();
await throughput();
engine();
trial();
coldStart();
await bundleChartLibrary();
await mainPackage();
await setDataOf();
process.exit(same && fits && answers ? 0 : 1);
