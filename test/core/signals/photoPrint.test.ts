import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bandsOf, distance, nearMost } from "../../../core/signals/photoPrint.ts";
import { printOf } from "../../../core/signals/printOf.ts";
import { brightened, cropped, picture, plain, view } from "./drawings.ts";

const toPrint = (bits: bigint) => bits.toString(16).padStart(16, "0");
const anyBits = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const anyPrint = anyBits.map(toPrint);

/** Two prints that differ in exactly as many bits as there are places. */
const anyPair = (places: Readonly<{ minLength: number; maxLength: number }>) =>
  fc.tuple(anyBits, fc.uniqueArray(fc.nat(63), places)).map(([bits, flipped]) => ({
    prints: [bits, flipped.reduce((mask, place) => mask ^ (1n << BigInt(place)), bits)].map(
      toPrint,
    ) as [string, string],
    apart: flipped.length,
  }));

const share = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((band) => other.includes(band));

test("the distance counts the bits that differ, both ways alike, and is 0 to itself", () => {
  fc.assert(
    fc.property(anyPair({ minLength: 0, maxLength: 64 }), ({ prints: [one, other], apart }) => {
      assert.equal(distance(one, other), apart);
      assert.equal(distance(other, one), apart);
      assert.equal(distance(one, one), 0);
    }),
  );
});

test("by way of a third print it is never nearer", () => {
  fc.assert(
    fc.property(anyPrint, anyPrint, anyPrint, (one, other, third) => {
      assert(distance(one, other) <= distance(one, third) + distance(third, other));
    }),
  );
});

test("two near prints share a band, unless one of them says nothing", () => {
  fc.assert(
    fc.property(anyPair({ minLength: 0, maxLength: nearMost }), ({ prints: [one, other] }) => {
      const [bands, others] = [bandsOf(one), bandsOf(other)];
      fc.pre(bands.length > 0 && others.length > 0);
      assert(share(bands, others));
    }),
    { numRuns: 2000 },
  );
});

test("prints that have nothing to do with one another rarely share a band", () => {
  const prints = fc.sample(anyPrint, { numRuns: 400, seed: 1 }).map(bandsOf);
  const [first = [], ...others] = prints;
  assert(others.filter((bands) => share(first, bands)).length < others.length / 50);
});

test("there are 28 bands, each with the two parts that it is of", () => {
  const bands = bandsOf("00ff00ff00ff00ff");
  assert.equal(new Set(bands).size, 28);
  assert.equal(bands[0], "01:5555");
  assert(bands.every((band) => /^[0-7]{2}:[0-9a-f]{4}$/.test(band)));
});

test("a plain surface has the blank print, whatever its grey and its size", () => {
  for (const grey of [0, 1, 127, 254, 255]) assert.equal(printOf(plain(grey)), "0".repeat(16));
  assert.equal(printOf(picture(1281, 963, () => [17, 99, 203])), "0".repeat(16));
});

test("a print that is near to the blank one, or to its opposite, says nothing and has no bands", () => {
  for (const print of ["0000000000000000", "000000000000003f", "ffffffffffffffc0"]) {
    assert.deepEqual(bandsOf(print), [], print);
  }
  for (const print of ["000000000000007f", "ffffffffffffff80"]) {
    assert.equal(bandsOf(print).length, 28, print);
  }
});

test("an even shade from one side to the other says nothing", () => {
  const shade = picture(640, 480, (x) => [x * 255, x * 255, x * 255]);
  assert.equal(printOf(shade), "f".repeat(16));
  assert.deepEqual(bandsOf(printOf(shade)), []);
});

test("the first bit says that the second field of the first row is brighter than the first", () => {
  const corner = picture(90, 80, (x, y) => (x >= 1 / 9 && x < 2 / 9 && y < 1 / 8 ? lit : dark));
  assert.equal(printOf(corner), "8000000000000000");
});
const lit = [200, 200, 200] as const;
const dark = [20, 20, 20] as const;

test("a picture at another size or brightness is near to itself, cut off it is not", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const print = printOf(view(seed));
    const to = (other: Parameters<typeof printOf>[0]) => distance(print, printOf(other));
    assert(to(view(seed, 320, 240)) <= nearMost);
    assert(to(brightened(view(seed), 25)) <= nearMost);
    assert(to(cropped(view(seed), 0.25)) > nearMost);
    assert(to(view(seed + 100)) > nearMost);
  }
});
