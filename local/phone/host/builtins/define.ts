import type { ComponentSpace } from "glass-easel";
import type { Platform } from "../wx/platform.ts";
import { listenForGestures } from "./gestures.ts";

/**
 * Registers every built-in in `space`, so that each template may use it without naming it, and starts
 * turning touches and mouse into the events of WeChat.
 *
 * The backend context must leave events alone (`onEvent` and `setListenerStats` do nothing): taps and
 * touches come from `listenForGestures`, everything else from the built-ins themselves.
 */
export function defineBuiltins(_space: ComponentSpace, platform: Platform): void {
  listenForGestures(platform);
}
