import * as z from "zod";

/** Rows a screen gets at once; the next ones come with `skip`. */
export const pageSize = 20;

/** How far down a list may be asked for: a limit, so that a page can never walk a whole village. */
export const Skip = z.int().min(0).max(10_000).default(0);

/** One row more than the page is read, so that "is there more" costs no second request. */
export const pageLimit = pageSize + 1;

export const cutPage = <Row>(rows: readonly Row[]): { rows: Row[]; more: boolean } => ({
  rows: rows.slice(0, pageSize),
  more: rows.length > pageSize,
});
