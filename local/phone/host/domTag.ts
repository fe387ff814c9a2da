import { builtinTags } from "./builtins/tags.ts";

const builtins = new Set<string>(builtinTags);

/**
 * The DOM's name of a WXML tag. Built-ins carry the real client's prefix; so does any name without a
 * hyphen, because the browser has its own idea of a `<dialog>` or a `<search>`.
 */
export function domTag(tag: string): string {
  const plain = tag === "page" || (tag.includes("-") && !builtins.has(tag));
  return plain ? tag : `wx-${tag}`;
}
