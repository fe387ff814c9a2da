import cloud from "wx-server-sdk";
import type { PageCodes } from "../core/kernel/ports.ts";

/** Pixels a side: the least that WeChat draws, and sharp on paper at three centimetres. */
const width = 280;

/**
 * `wxacode.getUnlimited`. The page need not be released yet: a village that tries a version before its
 * release shares pictures as well.
 */
export const pageCodes: PageCodes = {
  async of(page, scene) {
    try {
      const wish = { page, scene, checkPath: false, width };
      const { buffer, contentType } = await cloud.openapi.wxacode.getUnlimited(wish);
      return { contentType, base64: Buffer.from(buffer).toString("base64") };
    } catch (error) {
      console.error("pageCode", page, error instanceof Error ? error.message : error);
      return undefined;
    }
  },
};
