import type { Page } from "playwright-core";
import { askPhone, type Command } from "./command.ts";

type Point = { x: number; y: number };

/** Taps and touches, with the mouse: the phone takes its left button for a finger. */
export function pointerCommands(page: Page): Record<string, Command> {
  const center = (params: object): Promise<Point> => askPhone(page, "Element.center", params);

  async function tap(params: object): Promise<void> {
    const { x, y } = await center(params);
    await page.mouse.click(x, y);
  }

  return {
    "Element.tap": tap,
    async "Element.callFunction"(params) {
      if (params.functionName === "switch.tap") return tap(params);
      return askPhone(page, "Element.callFunction", params);
    },
    async "Element.touchstart"(params) {
      const { x, y } = await center(params);
      await page.mouse.move(x, y);
      await page.mouse.down();
    },
    async "Element.touchmove"(params) {
      const point = fingerOf(params) ?? (await center(params));
      await page.mouse.move(point.x, point.y);
    },
    "Element.touchend": () => page.mouse.up(),
  };
}

/** Where the one finger of a touch is; several fingers a mouse cannot be. */
function fingerOf({ touches = [] }: { touches?: unknown }): Point | undefined {
  const [finger, second] = touches as { clientX: number; clientY: number }[];
  if (second) throw new Error("touches with several fingers are not available on this phone");
  return finger && { x: finger.clientX, y: finger.clientY };
}
