import { askChoice } from "../wx/actionSheet.ts";
import { download } from "../wx/download.ts";

/**
 * What `show-menu-by-longpress` offers. Of WeChat's entries the phone has the one that needs no chat.
 * @param url where the browser found the picture
 */
export async function offerPicture(overlay: HTMLElement, url: string): Promise<void> {
  const chosen = await askChoice(overlay, { itemList: ["保存图片"] });
  if (chosen === undefined) return;
  const picture = await (await fetch(url)).blob();
  const [, kind = ""] = /^image\/(\w+)/.exec(picture.type) ?? [];
  download(picture, `picture.${kind}`);
}
