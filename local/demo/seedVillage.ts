import { spawn } from "node:child_process";
import { join } from "node:path";

/**
 * Runs `seed.ts` as a program of its own, since the SDK takes its settings from the environment of its
 * process and keeps them.
 * @param sdkEnvironment points the SDK at the local cloud
 */
export function seedVillage(sdkEnvironment: Readonly<Record<string, string>>): Promise<void> {
  const seed = spawn(process.execPath, ["--import", "tsx", join(import.meta.dirname, "seed.ts")], {
    cwd: join(import.meta.dirname, "../.."),
    env: { ...process.env, ...sdkEnvironment },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve, reject) => {
    seed.once("error", reject);
    seed.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("The demo village could not be made.")),
    );
  });
}
