import { PNG } from "pngjs";

/** WeChat shows a card's picture five by four. */
const [width, height] = [250, 200];

const red = [0xc4, 0x1f, 0x1f] as const;
const white = [0xff, 0xff, 0xff] as const;

/** The corners of the tick, and half the width of its stroke. */
const corners = [
  [80, 102],
  [112, 134],
  [172, 70],
] as const;
const stroke = 9;

/** The picture on every card of the chat: a white tick on red. @returns a PNG */
export function cardPicture(): Buffer {
  const png = new PNG({ width, height });
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      png.data.set([...(isTick(x, y) ? white : red), 0xff], (y * width + x) * 4);
    }
  }
  return PNG.sync.write(png);
}

const isTick = (x: number, y: number): boolean =>
  corners.slice(1).some((to, index) => {
    const from = corners[index] ?? to;
    const [across, down] = [to[0] - from[0], to[1] - from[1]];
    const along = ((x - from[0]) * across + (y - from[1]) * down) / (across ** 2 + down ** 2);
    const part = Math.min(1, Math.max(0, along));
    return Math.hypot(x - from[0] - part * across, y - from[1] - part * down) <= stroke;
  });
