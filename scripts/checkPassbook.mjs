// Checks an exported passbook: node checkPassbook.mjs passbook.json [root as it stands on the wall]
// Needs Node and nothing else: no network, no database, none of our software.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, wall = ""] = process.argv.slice(2);
if (!file) end(false, "用法：node checkPassbook.mjs 一本通.json [核对码]", "which file?");
const { entries, publications, accountId } = read(file);
const start = "0".repeat(64); // stands before the first line

checkChain();
for (const publication of publications) checkPublication(publication);
if (wall) checkWall(wall.replace(/\s/g, "").toLowerCase());
const roots = wall ? "和公示栏的核对码一致" : "请再把下面的核对码和公示栏上的比一比";
const counted = `${entries.length}行，${publications.length}次公示`;
end(true, `全部对得上：${counted}，${roots}。`, "all of it fits");

/** Every line is sealed, and names the seal of the line before it. */
function checkChain() {
  for (const [index, { hash, ...line }] of entries.entries()) {
    const place = index + 1;
    const before = index === 0 ? start : entries[index - 1].hash;
    const fits = line.seq === place && line.prev === before && line.accountId === accountId;
    if (!fits || hashOf(line) !== hash) {
      end(false, `第${place}行对不上：改动过，或者前面少了一行。`, `line ${place} does not fit`);
    }
  }
}

/** The published row says what the lines say, and the way up from it ends at the root. */
function checkPublication({ title, row, proof, root }) {
  const lines = entries.filter(({ countsOn }) => row.from <= countsOn && countsOn <= row.until);
  const sum = lines.reduce((total, { points }) => total + points, 0);
  const head = row.seq === 0 ? start : entries[row.seq - 1]?.hash;
  if (row.accountId !== accountId || row.head !== head || row.points !== sum) {
    end(false, `${title}公示和一本通对不上。`, `the row of ${row.publicationId} does not fit`);
  }
  const up = (hash, step) =>
    hashOf({ node: step.side === "left" ? [step.hash, hash] : [hash, step.hash] });
  if (proof.reduce(up, hashOf({ leaf: row })) !== root) {
    end(false, `${title}公示的核对码对不上。`, `${row.publicationId} does not lead to its root`);
  }
}

/** The root on the wall, or its first 16 digits, is one of those in the file. */
function checkWall(root) {
  const known = publications.some((one) => root.length >= 16 && one.root.startsWith(root));
  if (!known) end(false, "公示栏上的核对码和文件里的都不一样。", "no publication has this root");
}

/** SHA-256 over JSON with sorted keys. */
function hashOf(value) {
  return createHash("sha256").update(canonical(value)).digest("hex");
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

function read(path) {
  try {
    const book = JSON.parse(readFileSync(path, "utf8"));
    if (Array.isArray(book.entries) && Array.isArray(book.publications)) return book;
  } catch {} // a file that is not there, or no JSON
  return end(false, "这个文件读不出来。", "this is no passbook");
}

/** Green or red, in Chinese and in English; with each root, the lines that it vouches for. */
function end(fits, chinese, english) {
  console.log(`\x1b[${fits ? 32 : 31}m${fits ? "✓" : "✗"} ${chinese}\x1b[0m (${english})`);
  for (const { title, row, root } of fits ? publications : []) {
    console.log(`  ${title}（到第${row.seq}行）${root}`);
  }
  process.exit(fits ? 0 : 1);
}
