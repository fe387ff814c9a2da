import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Where browsers are put, most fitting first; `CHROMIUM` names another. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** @returns the path of a Chromium, or undefined where none is found */
export const findChromium = (): string | undefined =>
  [process.env.CHROMIUM ?? "", ...places].find((path) => path !== "" && existsSync(path));

/**
 * Installs Debian's Chromium where none is found and root may; with a Chinese font, without which
 * every character on the pages would be an empty box.
 * @throws Error saying what to install by hand
 */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error("No Chromium found: install one, or name it in the variable CHROMIUM.");
  }
  console.log("Installing Chromium through apt …");
  const apt = (...args: string[]) =>
    execFileSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  return findChromium() ?? raise("apt installed no Chromium.");
}

function raise(message: string): never {
  throw new Error(message);
}
