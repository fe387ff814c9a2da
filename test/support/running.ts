import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** What was said at the end arrives after the end. */
const lastWordsMs = 500;

export type Running = Readonly<{
  url: string;
  /** What it has printed so far. */
  printed(): string;
  /** Ctrl-C. @returns the exit code */
  interrupt(): Promise<number | null>;
}>;

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "passbook-start-"));

/**
 * `npm start -- --no-open` on a free port, as a process of its own. Once it has ended nobody listens to its
 * output: a bundler that outlives it would hold the pipes open, and the test's process with them.
 */
export function spawnStart(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): ChildProcess {
  const child = spawn(process.execPath, ["local/start.mjs", "--no-open", ...args], {
    cwd: root,
    env: { ...process.env, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.once("exit", () => {
    setTimeout(() => {
      child.stdout.destroy();
      child.stderr.destroy();
    }, lastWordsMs);
  });
  return child;
}

/** Waits until the address is printed. */
export async function startVillage(
  dataDir: string,
  args: readonly string[] = [],
): Promise<Running> {
  const child = spawnStart({ DATA_DIR: dataDir }, args);
  let text = "";
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk;
      const address = /running at (\S+)/.exec(text)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    void exit.then((code) => reject(new Error(`ended with ${code} before it ran:\n${text}`)));
  });
  return {
    url,
    printed: () => text,
    interrupt() {
      child.kill("SIGINT");
      return exit;
    },
  };
}

/** Runs `start` where it cannot run. @returns what it said and how it ended */
export async function failToStart(env: Readonly<Record<string, string>>) {
  const child = spawnStart(env);
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { said: said.trim(), code };
}
