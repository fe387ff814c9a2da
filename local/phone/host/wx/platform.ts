import type { Phone } from "../phone.ts";
import { createFiles, type Files } from "./files.ts";
import { createNetwork, type Network } from "./network.ts";
import { createPrivacy, type Privacy } from "./privacy.ts";
import { createTaps, type Taps } from "./taps.ts";

/** What the built-in components and the `wx` API share on one phone. */
export type Platform = Readonly<{
  phone: Phone;
  files: Files;
  network: Network;
  privacy: Privacy;
  taps: Taps;
}>;

/** Made once, before `defineBuiltins` and `createWx`. */
export function createPlatform(phone: Phone): Platform {
  const taps = createTaps();
  // A tap on a dialog counts as one on the page.
  phone.overlay.addEventListener("click", () => taps.note(), { capture: true });
  return {
    phone,
    files: createFiles(phone),
    network: createNetwork(),
    privacy: createPrivacy(phone),
    taps,
  };
}
