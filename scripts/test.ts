import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { finished } from "node:stream/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { ensureChromium } from "./chromium.ts";

/**
 * `npm test`: types, lint, WeChat's own template compiler, the bundles, then every test; the last line
 * counts. `npm test -- test/core` runs the tests below a folder only, without what stands before them.
 */

const root = join(import.meta.dirname, "..");

/** Test files at once: two cores are common, and a third of the time a file waits for its browser or its disk. */
const filesAtOnce = 3;

/** No file of tests takes longer unless something hangs. */
const fileTimeoutMs = 300_000;

function step(name: string, program: string, ...args: string[]): void {
  console.log(`— ${name}`);
  const { status } = spawnSync(program, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) {
    console.log(`\n${name} failed.\n0 passed, 1 failed`);
    process.exit(1);
  }
}

/** A folder with a `together.ts` has its tests run in one process, by that file; every other file has its own. */
function testFiles(folder: string): string[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const files = names.map((name) => join(root, folder, name));
  const together = files.filter((file) => basename(file) === "together.ts");
  const isApart = (file: string) => !together.some((one) => file.startsWith(dirname(one) + sep));
  const tests = files.filter((file) => file.endsWith(".test.ts"));
  return [...together, ...tests.filter(isApart)].sort();
}

async function runTests(files: readonly string[]): Promise<{ passed: number; failed: number }> {
  const counts = { passed: 0, failed: 0 };
  const tests = run({ files: [...files], concurrency: filesAtOnce, timeout: fileTimeoutMs });
  const isFile = (name: string) =>
    files.some((file) => relative(root, file) === relative(root, name));
  tests.on("test:pass", ({ name }) => {
    if (!isFile(name)) counts.passed++;
  });
  tests.on("test:fail", () => {
    counts.failed++;
  });
  const report = tests.compose(new spec());
  report.pipe(process.stdout, { end: false });
  await finished(report);
  return counts;
}

const [only] = process.argv.slice(2);
const chromium = ensureChromium();
console.log(`Chromium: ${chromium}`);
if (!only) {
  step("types", "npm", "run", "--silent", "check");
  step("lint", "npm", "run", "--silent", "lint");
  step("WXML", process.execPath, "--import", "tsx", "scripts/lintWxml.ts");
}
step("build", process.execPath, "--import", "tsx", "scripts/build.ts");
const { passed, failed } = await runTests(testFiles(only ?? "test"));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
