import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import database from "../cloudbase/database.json" with { type: "json" };

/** Holds the arrows of the house: who may import whom. */

const root = join(import.meta.dirname, "..");

/** The areas of core from the ground up: an area imports only areas above it in this list. */
const areas = [
  "kernel",
  "villages",
  "branches",
  "grids",
  "rulebook",
  "ledger",
  "members",
  "media",
  "households",
  "imports",
  "drafts",
  "posts",
  "regrouping",
  "submissions",
  "signals",
  "activities",
  "decisions",
  "paper",
  "board",
  "publications",
  "objections",
  "passbook",
  "stories",
  "gridmap",
  "home",
  "founding",
  "chat",
];

type Import = Readonly<{ file: string; target: string; typeOnly: boolean }>;

const skipped = new Set(["node_modules", "miniprogram_npm", "dist"]);

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(path);
    return /\.(ts|mjs|cjs)$/.test(entry.name) ? [path] : [];
  });
}

const importing =
  /^\s*(?:import|export)\s+(type\s)?[^"';]*?from\s+"([^"]+)"|^\s*import\s+"([^"]+)"/gm;

/** Imports of a file: ours as paths from the root, others by package name. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(importing)].map(([, type, from, bare]) => {
    const name = from ?? bare ?? "";
    const target = name.startsWith(".") ? relative(root, resolve(root, dirname(file), name)) : name;
    return { file, target, typeOnly: type !== undefined };
  });
}

const importsUnder = (folder: string): Import[] => filesUnder(folder).flatMap(importsOf);

const named = ({ file, target }: Import): string => `${file} imports ${target}`;

test("core imports nothing but itself and libraries that only compute, and run anywhere", () => {
  const allowed = /^(core\/|zod$|dayjs|@noble\/|polyclip-ts$|gcoord$)/;
  assert.deepEqual(
    importsUnder("core")
      .filter(({ target }) => !allowed.test(target))
      .map(named),
    [],
  );
});

test("inside core an area imports only the areas below it", () => {
  const areaOf = (path: string) => path.split("/")[1] ?? "";
  const upward = importsUnder("core").filter(({ file, target }) => {
    const [from, to] = [areas.indexOf(areaOf(file)), areas.indexOf(areaOf(target))];
    return from >= 0 && target.startsWith("core/") && (to < 0 || to > from);
  });
  assert.deepEqual(upward.map(named), []);
});

test("every folder of core is an area in the list", () => {
  const folders = readdirSync(join(root, "core"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  assert.deepEqual([...folders].sort(), [...areas].sort());
});

test("no files of ours import one another in a circle", () => {
  const files = ["core", "cloudbase", "cloudfunctions", "local", "miniprogram"].flatMap(filesUnder);
  const arrows = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ target }) => target),
    ]),
  );
  assert.deepEqual(circleIn(arrows), undefined);
});

/** The first circle found, as a path that ends where it begins. */
function circleIn(arrows: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const target of arrows.get(file) ?? []) {
      const circle = walk(target, [...path, file]);
      if (circle) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of arrows.keys()) {
    const circle = walk(file, []);
    if (circle) return circle;
  }
  return undefined;
}

test("core knows neither WeChat nor the process, and takes time and chance from outside", () => {
  const forbidden = /\bwx\.|\bprocess\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bdayjs\(\)/;
  const found = filesUnder("core").filter((file) =>
    forbidden.test(readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
  );
  assert.deepEqual(found, []);
});

test("the phone takes types only from core, and nothing from the other houses", () => {
  const crossing = importsUnder("miniprogram").filter(
    ({ target, typeOnly }) =>
      (target.startsWith("core/") && !typeOnly) ||
      /^(cloudbase|cloudfunctions|local|scripts|test)\//.test(target),
  );
  assert.deepEqual(crossing.map(named), []);
});

test("the local cloud and the local phone know nothing of villages, nor of each other", () => {
  for (const [house, other] of [
    ["local/cloud", "local/phone"],
    ["local/phone", "local/cloud"],
  ] as const) {
    const ours = /^(core|cloudbase|cloudfunctions|miniprogram|local\/demo)\//;
    const crossing = importsUnder(house).filter(
      ({ target }) => ours.test(target) || target.startsWith(`${other}/`),
    );
    assert.deepEqual(crossing.map(named), []);
    const villages = filesUnder(house).filter((file) =>
      /village|tangjiao|汤角|党员|passbook/i.test(readFileSync(join(root, file), "utf8")),
    );
    assert.deepEqual(villages, []);
  }
});

test("a door is wiring only: under 40 lines", () => {
  for (const file of filesUnder("cloudfunctions").filter((path) => path.endsWith(".ts"))) {
    const lines = readFileSync(join(root, file), "utf8").split("\n").length;
    assert(lines < 40, `${file} has ${lines} lines`);
  }
});

test("every collection that core names is declared with its indexes", () => {
  const named = filesUnder("core").flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\bcollection<\w+>\("(\w+)"\)/g)].map(
      ([, name]) => name,
    ),
  );
  const declared = database.collections.map(({ name }) => name);
  assert.deepEqual(named.sort(), declared.sort());
});
