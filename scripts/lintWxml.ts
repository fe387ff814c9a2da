import { spawnSync } from "node:child_process";
import { chmodSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** One thing that WeChat's template compiler does not take. */
export type Complaint = Readonly<{
  /** Relative to the Mini Program's folder. */
  file: string;
  line: number;
  column: number;
  message: string;
}>;

/** The compiled template that nobody reads is printed: a large one has some hundred kilobytes. */
const outputMost = 64 * 1024 * 1024;

/**
 * Has wcc, the WXML compiler of WeChat DevTools, compile every template and WXS file below `appDir`; packages
 * from npm are their authors' business. wcc stops at the first mistake of a file, so each is compiled
 * alone and one run names one mistake a file.
 * @throws Error where wcc does not run: it is made for x86-64 Linux, macOS and Windows
 */
export function lintWxml(appDir: string): Complaint[] {
  const wcc = compilerPath();
  const files = ownFiles(appDir);
  const scripts = files.filter((file) => file.endsWith(".wxs"));
  const templates = files.filter((file) => file.endsWith(".wxml"));
  return templates.flatMap((template) => {
    const result = spawnSync(wcc, ["-d", "-cc", "0", template, ...scripts, "-gn", "$gwx"], {
      cwd: appDir,
      encoding: "utf8",
      maxBuffer: outputMost,
    });
    if (result.error) throw new Error(`WeChat's compiler wcc does not run here: ${result.error}`);
    return result.status === 0 ? [] : [complaintOf(template, result.stderr)];
  });
}

function complaintOf(template: string, output: string): Complaint {
  const [, file = template, line = 1, column = 1, message = output.trim()] =
    /^(.+?):(\d+):(\d+):\s*(.*)/m.exec(output) ?? [];
  return { file, line: Number(line), column: Number(column), message };
}

function ownFiles(appDir: string): string[] {
  return readdirSync(appDir, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.(wxml|wxs)$/.test(file))
    .filter((file) => !/(^|\/)(miniprogram_npm|node_modules)\//.test(file))
    .sort();
}

const systems: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "mac/wcc",
  win32: "windows/wcc.exe",
  linux: "linux/wcc",
};

function compilerPath(): string {
  const program = systems[process.platform];
  if (!program) throw new Error(`WeChat's compiler wcc is not made for ${process.platform}.`);
  const manifest = createRequire(import.meta.url).resolve("miniprogram-compiler/package.json");
  const path = join(dirname(manifest), "bin", program);
  chmodSync(path, 0o755); // the package ships it without the right to run
  return path;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const complaints = lintWxml(join(import.meta.dirname, "../miniprogram"));
  for (const { file, line, column, message } of complaints) {
    console.error(`miniprogram/${file}:${line}:${column}: ${message}`);
  }
  if (complaints.length > 0) process.exit(1);
}
