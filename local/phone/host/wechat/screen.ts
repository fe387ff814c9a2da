import { element } from "../frame.ts";
import type { Entry } from "../wechat.ts";
import type { Sight } from "./sight.ts";

/** One thing that the window shows at a time. */
export type Screen = Readonly<{
  title: string;
  body: HTMLElement;
  /** What stands below, such as a field to write in. */
  foot?: HTMLElement;
  /** Shows what is new. */
  show(sight: Sight): void;
}>;

/** What a screen may do. */
export type Moves = Readonly<{
  /** Opens a page of the Mini Program on the person's phone. */
  open(entry: Entry): void;
  go(screen: Screen): void;
}>;

/** A list that grows at its end, and is read from there. */
export function growingList(className: string): Readonly<{
  list: HTMLElement;
  /** @param rows all of them, in the order of time */
  fill(rows: readonly HTMLElement[], empty: string): void;
}> {
  const list = element("div", className);
  list.setAttribute("aria-live", "polite");
  return {
    list,
    fill(rows, empty) {
      list.replaceChildren(...(rows.length > 0 ? rows : [element("p", "empty", empty)]));
      list.scrollTop = list.scrollHeight;
    },
  };
}
