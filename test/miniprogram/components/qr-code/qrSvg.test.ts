import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import jsQR from "jsqr";
import { qrSvg } from "../../../../miniprogram/components/qr-code/qrSvg.ts";

/** A picture as a camera would give it: RGBA, row by row. */
type Pixels = Readonly<{ side: number; data: Uint8ClampedArray }>;

/** Pixels that a module is drawn with. */
const scale = 4;

/** Draws the two paths of the SVG: the white square, and runs of dark modules as `M4 4h7v1h-7z`. */
function draw(svg: string): Pixels {
  const modules = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const side = modules * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 0; row < scale; row += 1) {
      for (let column = 0; column < Number(width) * scale; column += 1) {
        const at = (Number(y) * scale + row) * side + Number(x) * scale + column;
        data.fill(0, at * 4, at * 4 + 3);
      }
    }
  }
  return { side, data };
}

const isDark = ({ side, data }: Pixels, x: number, y: number) => data[(y * side + x) * 4] === 0;

function read(svg: string): string | undefined {
  const { data, side } = draw(svg);
  return jsQR(data, side, side)?.data;
}

test("a code is read as the very text it was drawn from, in any writing", () => {
  for (const text of [
    "A",
    "12345",
    "签到：支部党员大会 9:30",
    "🌾 a=1&b=%20#/?",
    "x".repeat(600),
  ]) {
    assert.equal(read(qrSvg(text)), text);
  }
});

test("any text up to a hundred characters survives", () => {
  const texts = fc.string({ unit: "binary", minLength: 1, maxLength: 100 });
  fc.assert(
    fc.property(texts, (text) => assert.equal(read(qrSvg(text)), text)),
    { numRuns: 50 },
  );
});

test("four modules of white stand around a code, and the first dark one is its corner", () => {
  const pixels = draw(qrSvg("quiet"));
  const { side } = pixels;
  const quiet = 4 * scale;
  for (let at = 0; at < side; at += 1) {
    for (let depth = 0; depth < quiet; depth += 1) {
      const edges = [
        [at, depth],
        [at, side - 1 - depth],
        [depth, at],
        [side - 1 - depth, at],
      ] as const;
      assert(!edges.some(([x, y]) => isDark(pixels, x, y)));
    }
  }
  assert(isDark(pixels, quiet, quiet));
});

test("a code is read though a twelfth of it is smeared over, which correction L would not bear", () => {
  const text = "error correction M ".repeat(6);
  const { data, side } = draw(qrSvg(text));
  const from = Math.round(side * 0.37);
  const width = Math.round(side * 0.26);
  for (let y = from; y < from + width; y += 1) {
    data.fill(255, (y * side + from) * 4, (y * side + from + width) * 4);
  }
  assert.equal(jsQR(data, side, side)?.data, text);
});

test("an SVG is ASCII, so that each of its characters is a byte", () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  assert.match(qrSvg("党员"), /^<svg [\x00-\x7f]*<\/svg>$/);
});

test("2,331 bytes are the most that a code holds", () => {
  assert.equal(read(qrSvg("x".repeat(2331))), "x".repeat(2331));
  assert.throws(() => qrSvg("x".repeat(2332)));
  assert.throws(() => qrSvg("签".repeat(778)));
});
