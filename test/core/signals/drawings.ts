import { encode } from "jpeg-js";
import type { Picture } from "../../../core/signals/printOf.ts";
import { type Chance, repeatable } from "../../../local/demo/random.ts";

/** Pictures with what makes photos alike and different: a sky, a ground, things, and noise. */

type Colour = readonly [red: number, green: number, blue: number];
type Shade = (x: number, y: number) => Colour;

/** @param shade x and y run from 0 up to 1, so that a picture is the same at every size */
export function picture(width: number, height: number, shade: Shade): Picture {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      data.set([...shade(x / width, y / height), 255], (y * width + x) * 4);
    }
  }
  return { width, height, data };
}

/** A view that depends on the seed alone: sky above, ground below, twelve things of one colour each. */
export function view(seed: number, width = 640, height = 480): Picture {
  const chance = repeatable(seed);
  const horizon = 0.2 + chance() * 0.4;
  const things = Array.from({ length: 12 }, () => thing(chance));
  return picture(width, height, (x, y) => {
    const found = things.find((at) => x > at.left && x < at.right && y > at.top && y < at.bottom);
    if (found) return found.colour;
    if (y < horizon) return [150 + 60 * y, 180 + 40 * x, 240];
    return [70 + 60 * x * y, 110 + 50 * y, 60];
  });
}

function thing(chance: Chance) {
  const [left, top] = [chance() * 0.9, chance() * 0.9];
  const colour: Colour = [chance() * 255, chance() * 255, chance() * 255];
  return { left, top, right: left + chance() * 0.4, bottom: top + chance() * 0.4, colour };
}

export const plain = (grey: number): Picture => picture(640, 480, () => [grey, grey, grey]);

export const brightened = ({ data, ...size }: Picture, by: number): Picture => ({
  ...size,
  data: data.map((value) => Math.max(0, Math.min(255, value + by))),
});

/** What is left when a share of the width and of the height is cut off at the left and at the top. */
export function cropped({ width, height, data }: Picture, share: number): Picture {
  const [left, top] = [Math.round(width * share), Math.round(height * share)];
  const rows = Array.from({ length: height - top }, (_, y) =>
    data.subarray(((top + y) * width + left) * 4, (top + y + 1) * width * 4),
  );
  return { width: width - left, height: height - top, data: Buffer.concat(rows) };
}

/** @param quality 1 to 100 */
export const jpegOf = ({ width, height, data }: Picture, quality: number): Buffer =>
  encode({ width, height, data }, quality).data;
