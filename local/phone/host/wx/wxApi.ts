import type { Platform } from "./platform.ts";

/**
 * `wx`, but for what touches the page stack (routing, bars, pull-down refresh, selector queries, share
 * menu, App events), which the host adds.
 */
export function createWx(_platform: Platform): Record<string, unknown> {
  return {};
}
