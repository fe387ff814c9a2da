import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/**
 * The Mini Program's files by path inside it, with `miniprogram_npm/<package>/…` found where DevTools
 * would have packed it or else in `node_modules`. Paths have no leading slash.
 */
export type Files = {
  /** The text of a file; undefined when there is none. */
  read(file: string): string | undefined;
  exists(file: string): boolean;
  /** Where `require`, `import` or `usingComponents` in `from` may find a package's `name`, best first. */
  npmCandidates(from: string, name: string): string[];
  /** The folder of a package that has no Mini Program build: its own `main` has to be bundled. */
  plainPackage(name: string): string | undefined;
};

/** @param npmDir a `node_modules` folder; by default the nearest one at or above `appDir` */
export function openFiles(
  appDir: string,
  npmDir: string | undefined = nearestNodeModules(appDir),
): Files {
  const texts = new Map<string, string | undefined>();

  function locate(file: string): string {
    const packed = path.join(appDir, file);
    const inPackage = /^miniprogram_npm\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file);
    if (!inPackage?.[1] || !inPackage[2] || existsSync(packed)) return packed;
    const build = npmDir && miniprogramBuild(path.join(npmDir, inPackage[1]));
    return build ? path.join(build, inPackage[2]) : packed;
  }

  function read(file: string): string | undefined {
    if (!texts.has(file)) texts.set(file, readText(locate(file)));
    return texts.get(file);
  }

  return {
    read,
    exists: (file) => read(file) !== undefined,
    npmCandidates(from, name) {
      const folders = path.posix.dirname(from).split("/");
      const above = folders.map((_, depth) => folders.slice(0, folders.length - depth).join("/"));
      return [...above, ""].map((folder) => path.posix.join(folder, "miniprogram_npm", name));
    },
    plainPackage(name) {
      const packageName = /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
      const folder = npmDir && path.join(npmDir, packageName);
      return folder && existsSync(path.join(folder, "package.json")) ? npmDir : undefined;
    },
  };
}

/** `to` as written in the file `from`: `/a/b` starts at the Mini Program's root. */
export function joinPath(from: string, to: string): string {
  return to.startsWith("/")
    ? path.posix.normalize(to.slice(1))
    : path.posix.join(path.posix.dirname(from), to);
}

function nearestNodeModules(folder: string): string | undefined {
  const here = path.join(folder, "node_modules");
  if (existsSync(here)) return here;
  const above = path.dirname(folder);
  return above === folder ? undefined : nearestNodeModules(above);
}

/** The folder that a package built for Mini Programs declares in its package.json. */
function miniprogramBuild(packageDir: string): string | undefined {
  const manifest = readText(path.join(packageDir, "package.json"));
  if (manifest === undefined) return undefined;
  const { miniprogram = "miniprogram_dist" } = JSON.parse(manifest) as { miniprogram?: string };
  const build = path.join(packageDir, miniprogram);
  return existsSync(build) ? build : undefined;
}

function readText(file: string): string | undefined {
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
}
