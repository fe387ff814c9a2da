import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { functionsDir } from "../bundleFunctions.ts";

/** Times each is started; the fastest counts, since everything else on the machine only slows. */
const starts = 7;

/** How long a process needs to load the bundled function, against the SDK alone. */
export function coldStart(): void {
  const bundle = fastest(join(functionsDir, "api/index.js"));
  const sdk = fastest("wx-server-sdk");
  console.log("\nCold start: loading the bundled function against require('wx-server-sdk') alone");
  console.table([{ "bundle ÷ SDK": Number((bundle / sdk).toFixed(2)) }]);
}

function fastest(module: string): number {
  const script = `const t = performance.now(); require(${JSON.stringify(module)});
    console.log(performance.now() - t)`;
  const times = Array.from({ length: starts }, () =>
    Number(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })),
  );
  return Math.min(...times);
}
