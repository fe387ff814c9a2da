import type { Phone } from "../phone.ts";

/** The files of one phone: temporary ones die with the page, saved ones survive it. */
export type Files = Readonly<{
  /** Keeps `blob` until the phone is loaded anew. @returns its path, `wxfile://tmp_…` */
  keep(blob: Blob, extension: string): string;
  /**
   * The address at which the browser finds what a Mini Program calls `src`: a temporary or saved
   * file, `cloud://…`, a file of the Mini Program, or an address of the web.
   * @throws when there is no such file
   */
  urlOf(src: string, from?: string): Promise<string>;
}>;

export function createFiles(_phone: Phone): Files {
  throw new Error("to come");
}
