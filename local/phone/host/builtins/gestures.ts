import type { Platform } from "../wx/platform.ts";

export function listenForGestures(_platform: Platform): void {}
