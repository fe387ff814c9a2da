import type { Layout, Mark, Measure } from "./layout";

const fontOf = (size: number, bold: boolean): string =>
  `${bold ? "bold " : ""}${size}px "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif`;

/** Where a canvas is drawn on. */
export const roomOf = (canvas: WechatMiniprogram.Canvas) => canvas.getContext("2d");

type Room = ReturnType<typeof roomOf>;

export const measuring =
  (room: Room): Measure =>
  (text, size, bold) => {
    room.font = fontOf(size, bold);
    return room.measureText(text).width;
  };

/** Draws a layout on a canvas that has its size. @param code undefined where there is none */
export function draw(
  room: Room,
  { marks }: Layout,
  code: WechatMiniprogram.Image | undefined,
): void {
  for (const mark of marks) drawMark(room, mark, code);
}

function drawMark(room: Room, mark: Mark, code: WechatMiniprogram.Image | undefined): void {
  if (mark.kind === "code") {
    if (code) room.drawImage(code, mark.x, mark.y, mark.side, mark.side);
    return;
  }
  room.fillStyle = mark.fill;
  if (mark.kind === "box") {
    room.fillRect(mark.x, mark.y, mark.width, mark.height);
    return;
  }
  room.font = fontOf(mark.size, mark.bold);
  room.textAlign = mark.align;
  room.fillText(mark.text, mark.x, mark.y);
}

/** A picture that a canvas can draw; undefined when it cannot be read. */
export const imageIn = (
  canvas: WechatMiniprogram.Canvas,
  src: string,
): Promise<WechatMiniprogram.Image | undefined> =>
  new Promise((done) => {
    const image = canvas.createImage();
    image.onload = () => done(image);
    image.onerror = () => done(undefined);
    image.src = src;
  });
