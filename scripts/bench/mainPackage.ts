import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { packNpm } from "../packNpm.ts";

const miniprogram = join(import.meta.dirname, "../../miniprogram");

/** WeChat's limit for one package. */
const limitBytes = 2 * 1024 * 1024;

/** What WeChat would get: scripts without types and minified, everything else as it lies there. */
export async function mainPackage(): Promise<void> {
  packNpm();
  const app = JSON.parse(readFileSync(join(miniprogram, "app.json"), "utf8"));
  const roots: string[] = app.subpackages.map(({ root }: { root: string }) => root);
  const sizes = new Map<string, number>();
  for (const file of readdirSync(miniprogram, { recursive: true, encoding: "utf8" })) {
    const path = join(miniprogram, file);
    if (!statSync(path).isFile() || file === "tsconfig.json") continue;
    const part = roots.find((root) => file.startsWith(`${root}/`)) ?? "main";
    sizes.set(part, (sizes.get(part) ?? 0) + (await bytesOf(path)));
  }
  console.log("\nPackages as uploaded (KB)");
  console.table(
    [...sizes].map(([part, bytes]) => ({
      package: part,
      KB: Math.round(bytes / 1024),
      "of WeChat's limit": `${Math.round((100 * bytes) / limitBytes)} %`,
    })),
  );
}

async function bytesOf(path: string): Promise<number> {
  if (!/\.(ts|js)$/.test(path)) return statSync(path).size;
  const loader = path.endsWith(".ts") ? "ts" : "js";
  const { code } = await transform(readFileSync(path, "utf8"), { loader, minify: true });
  return Buffer.byteLength(code);
}
