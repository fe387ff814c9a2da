import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { extname, join, posix } from "node:path";

const root = join(import.meta.dirname, "..");

/** Where packages come from and where WeChat looks for them. */
type Places = Readonly<{ appDir: string; nodeModules: string }>;

const ours: Places = { appDir: join(root, "miniprogram"), nodeModules: join(root, "node_modules") };

/**
 * Copies into `miniprogram_npm` those components and modules of npm packages that the Mini Program uses,
 * with all that they need themselves and nothing else: DevTools opens the project without packing, and
 * the main package stays small.
 * @returns the copied files, relative to `miniprogram_npm`
 * @throws Error naming what is used and not there
 */
export function packNpm({ appDir, nodeModules }: Places = ours): string[] {
  const packed = join(appDir, "miniprogram_npm");
  rmSync(packed, { recursive: true, force: true });
  const copied = new Set<string>();
  const waiting = usedIn(appDir).flatMap((use) => entryFiles(nodeModules, use));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (copied.has(file.target)) continue;
    copied.add(file.target);
    cpSync(join(file.build, file.path), join(packed, file.target));
    waiting.push(...neededBy(file));
  }
  return [...copied].sort();
}

/**
 * A file of the package `name`; `path` is relative to `build`, its folder made for Mini Programs.
 * `target` is where it goes, relative to `miniprogram_npm`.
 */
type PackageFile = Readonly<{ name: string; build: string; path: string; target: string }>;

/** What the Mini Program's own files name of packages: `tdesign-miniprogram/button/button`. */
function usedIn(appDir: string): string[] {
  return readdirSync(appDir, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith("miniprogram_npm"))
    .flatMap((file) => references(join(appDir, file)))
    .filter((name) => /^[^./]/.test(name));
}

const patterns: Readonly<Record<string, RegExp>> = {
  ".ts": /^import\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?"([^"]+)"/gm,
  ".js": /\b(?:from|import|require\()\s*["']([^"']+)["']/g,
  ".wxss": /@import\s+["']([^"']+)["']/g,
  ".wxml": /<(?:import|include|wxs)\s[^>]*\bsrc="([^"]+)"/g,
  ".wxs": /\brequire\(["']([^"']+)["']\)/g,
};

/** What a file names of other files, as it is written there. */
function references(file: string): string[] {
  const extension = extname(file);
  if (extension === ".json") return componentsIn(readFileSync(file, "utf8"));
  const pattern = patterns[extension];
  if (!pattern || file.endsWith(".d.ts")) return [];
  return [...readFileSync(file, "utf8").matchAll(pattern)].map(([, name = ""]) => name);
}

function componentsIn(json: string): string[] {
  const { usingComponents = {} } = JSON.parse(json) as { usingComponents?: Record<string, string> };
  return Object.values(usingComponents);
}

function entryFiles(nodeModules: string, use: string): PackageFile[] {
  const [, name = "", path = ""] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/.exec(use) ?? [];
  const manifest = join(nodeModules, name, "package.json");
  if (!existsSync(manifest)) throw new Error(`The Mini Program uses "${use}": no such package.`);
  const { miniprogram, main } = JSON.parse(readFileSync(manifest, "utf8")) as Manifest;
  const folder = join(nodeModules, name);
  if (miniprogram) return find({ name, build: join(folder, miniprogram) }, path);
  // WeChat takes a module of one file for what it is, under the name that it looks for.
  if (main && !path && references(join(folder, main)).length === 0) {
    return [{ name, build: folder, path: main, target: `${name}/index.js` }];
  }
  throw new Error(`The package "${name}" is not made for Mini Programs.`);
}

type Manifest = Readonly<{ miniprogram?: string; main?: string }>;

function neededBy(file: PackageFile): PackageFile[] {
  const folder = posix.dirname(file.path);
  return references(join(file.build, file.path)).flatMap((name) => {
    if (name.startsWith(".")) return find(file, posix.join(folder, name));
    // A package brings the packages that it needs in a folder of its own.
    return find(file, posix.join("miniprogram_npm", name));
  });
}

const componentParts = [".json", ".js", ".wxml", ".wxss"];

/** The files behind a path without extension: a component's four, or a module's one. */
function find({ name, build }: Pick<PackageFile, "name" | "build">, path: string): PackageFile[] {
  const isFile = (one: string) =>
    existsSync(join(build, one)) && statSync(join(build, one)).isFile();
  const component = componentParts.map((part) => path + part).filter(isFile);
  const module = [path, `${path}.js`, `${path}/index.js`].filter(isFile).slice(0, 1);
  const found = component.includes(`${path}.json`) ? component : module;
  if (found.length === 0) throw new Error(`The package "${name}" has no "${path}".`);
  return found.map((one) => ({ name, build, path: one, target: `${name}/${one}` }));
}
