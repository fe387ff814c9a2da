import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { deflateSync } from "node:zlib";
import { PNG } from "pngjs";
import cloud from "wx-server-sdk";
import { photoPrints } from "../../cloudbase/photoPrints.ts";
import { distance, nearMost } from "../../core/signals/photoPrint.ts";
import { type Picture, printOf } from "../../core/signals/printOf.ts";
import { brightened, cropped, jpegOf, picture, plain, view } from "../core/signals/drawings.ts";
import { sdkOf } from "../support/everything.ts";
import { openCloud, type TestCloud } from "../support/village.ts";

/** Files that the real SDK has uploaded to the local cloud, and the prints that are read from there. */

let opened: TestCloud;

before(async () => {
  opened = await openCloud();
  sdkOf(opened.cloud);
});
after(() => opened.close());

let uploads = 0;

async function printAt(fileContent: Buffer, ending = "jpg"): Promise<string | undefined> {
  const cloudPath = `evidence/s1/p${++uploads}.${ending}`;
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent });
  return photoPrints.of(fileID);
}

async function told(fileContent: Buffer): Promise<string> {
  const print = await printAt(fileContent);
  assert(print !== undefined);
  return print;
}

const pngOf = ({ width, height, data }: Picture, options = {}): Buffer =>
  PNG.sync.write(Object.assign(new PNG({ width, height }), { data: Buffer.from(data) }), options);

test("a JPEG has a print of 16 hex digits, the same at every reading", async () => {
  const print = await told(jpegOf(view(1), 80));
  assert.match(print, /^[0-9a-f]{16}$/);
  assert.equal(await told(jpegOf(view(1), 80)), print);
});

test("the same view at another quality, size or brightness is near", async () => {
  for (const seed of [1, 2, 3]) {
    const print = await told(jpegOf(view(seed), 85));
    const to = async (bytes: Buffer) => distance(print, await told(bytes));
    assert((await to(jpegOf(view(seed), 30))) <= nearMost);
    assert((await to(jpegOf(view(seed, 320, 240), 70))) <= nearMost);
    assert((await to(jpegOf(view(seed, 1001, 751), 70))) <= nearMost);
    assert((await to(jpegOf(brightened(view(seed), 20), 70))) <= nearMost);
    assert((await to(jpegOf(brightened(view(seed), -20), 70))) <= nearMost);
  }
});

test("another view is not near, and neither is a quarter less of the same", async () => {
  const print = await told(jpegOf(view(1), 85));
  for (const seed of [2, 3, 4, 5, 6]) {
    assert(distance(print, await told(jpegOf(view(seed), 85))) > nearMost);
  }
  assert(distance(print, await told(jpegOf(cropped(view(1), 0.25), 85))) > nearMost);
});

test("a PNG has the print of its pixels, with or without transparency", async () => {
  assert.equal(await printAt(pngOf(view(7)), "png"), printOf(view(7)));
  assert.equal(await printAt(pngOf(view(7), { colorType: 2 }), "png"), printOf(view(7)));
});

test("the kind of a file is what its bytes say, not its name", async () => {
  assert.equal(await printAt(pngOf(view(7)), "jpg"), printOf(view(7)));
});

test("a plain black or white JPEG has the blank print, which says nothing", async () => {
  for (const grey of [0, 255]) assert.equal(await told(jpegOf(plain(grey), 60)), "0".repeat(16));
});

test("what cannot be read has no print: another kind, a broken file, no file at all", async () => {
  const jpeg = jpegOf(view(1, 320, 240), 80);
  const png = pngOf(view(1, 320, 240));
  const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
  const webp = Buffer.from("RIFF\x24\0\0\0WEBPVP8 ", "latin1");
  const unreadable = {
    heic,
    webp,
    empty: Buffer.alloc(0),
    "half a JPEG": jpeg.subarray(0, jpeg.length / 2),
    "a JPEG's first bytes": jpeg.subarray(0, 20),
    "half a PNG": png.subarray(0, png.length / 2),
    "a PNG's first bytes": png.subarray(0, 20),
    "a PNG with a wrong checksum": Buffer.from(png).fill(1, 100, 110),
  };
  for (const [name, bytes] of Object.entries(unreadable)) {
    assert.equal(await printAt(bytes), undefined, name);
  }
  assert.equal(await photoPrints.of("cloud://local.local/evidence/s1/gone.jpg"), undefined);
  assert.equal(await photoPrints.of("no file id"), undefined);
});

test("what has more than 10 MB has no print", async () => {
  const withTail = (tail: number) =>
    Buffer.concat([jpegOf(view(1, 320, 240), 80), Buffer.alloc(tail)]);
  assert.notEqual(await printAt(withTail(1024)), undefined);
  assert.equal(await printAt(withTail(10 * 1024 * 1024)), undefined);
});

test("what has more than 5 million pixels has no print", async () => {
  const jpeg = jpegOf(view(1, 320, 240), 80);
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(2100, frame + 5);
  jpeg.writeUInt16BE(2500, frame + 7);
  assert.equal(await printAt(jpeg), undefined);
  const black = (width: number, height: number) =>
    greyPng({ width, height, interlaced: false }, Buffer.alloc(height * (1 + width)));
  assert.equal(await printAt(black(2500, 1900)), "0".repeat(16));
  assert.equal(await printAt(black(2500, 2100)), undefined);
});

test("an interlaced PNG has no print, because unpacking it has no limit", async () => {
  const passes = [
    [8, 8],
    [8, 8],
    [16, 8],
    [16, 16],
    [32, 16],
    [32, 32],
    [64, 32],
  ] as const;
  const length = passes.reduce((sum, [width, height]) => sum + height * (1 + width), 0);
  const png = greyPng({ width: 64, height: 64, interlaced: true }, Buffer.alloc(length));
  assert.equal(PNG.sync.read(png).interlace, true);
  assert.equal(await printAt(png), undefined);
});

/** A PNG of 8 bits of grey, from its rows with a filter byte before each. */
function greyPng(
  { width, height, interlaced }: { width: number; height: number; interlaced: boolean },
  rows: Buffer,
): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, Number(interlaced)]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND")];
  return Buffer.concat([signature, ...parts]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const checked = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeInt32BE(checksum(checked));
  return Buffer.concat([length, checked, sum]);
}

/** CRC-32, as PNG wants it; Node has one of its own only in later versions. */
function checksum(bytes: Buffer): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc;
}

test("an icon has no print", async () => {
  const icon = picture(63, 400, (x, y) => [x * 255, y * 255, 0]);
  assert.equal(await printAt(pngOf(icon)), undefined);
});

test("a photo as large as the phone sends them is read", async () => {
  assert.notEqual(await printAt(jpegOf(view(8, 1600, 2844), 75)), undefined);
});
