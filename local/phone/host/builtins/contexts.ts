/**
 * What selector queries answer for `node` and `context`: the canvas itself, the player of a video,
 * the scroller of a scroll-view.
 */
export type Context = object;

const contexts = new WeakMap<HTMLElement, Context>();

export function registerContext(dom: HTMLElement, context: Context): void {
  contexts.set(dom, context);
}

/** @returns undefined for a built-in that has none, such as a view */
export function contextOf(dom: HTMLElement): Context | undefined {
  return contexts.get(dom);
}
