/** WeChat shows a card's picture five to four. */
const width = 400;
const height = 320;

/**
 * The picture of a card, as an address that holds after the phone is closed: small enough to travel with
 * the card. Without a picture of its own a card shows the page from where it stands, as on a telephone; the
 * pictures on that page are left out, since the browser draws none into a picture.
 * @param src what the app named; may be empty
 * @param urlOf as `Files.urlOf`
 * @returns an address, or nothing when there is no picture to be had
 */
export async function cardPicture(
  src: string | undefined,
  page: HTMLElement | undefined,
  urlOf: (src: string) => Promise<string>,
): Promise<string> {
  if (!src) return page ? drawn(snapshotOf(page)).catch(() => "") : "";
  const url = await urlOf(src).catch(() => "");
  // A picture from elsewhere cannot be copied, and its address holds anyway.
  return drawn(url).catch(() => (/^https?:/.test(url) ? url : ""));
}

/** The middle of the picture at `url`, cut to the card. @throws when it cannot be loaded or read */
async function drawn(url: string): Promise<string> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const scale = Math.max(width / image.width, height / image.height);
  const [wide, high] = [image.width * scale, image.height * scale];
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext("2d");
  pen?.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high);
  return canvas.toDataURL("image/jpeg", 0.85);
}

/** What is seen at the top of a page, as an SVG that holds a copy of the page and of its styles. */
function snapshotOf(scroller: HTMLElement): string {
  const { clientWidth, scrollTop } = scroller;
  const copy = scroller.cloneNode(true) as HTMLElement;
  copy.style.cssText += `;position:static;overflow:visible;margin-top:-${scrollTop}px`;
  for (const lost of copy.querySelectorAll("iframe, canvas, video, img")) lost.remove();
  const sheet = document.createElement("style");
  sheet.textContent = [...document.styleSheets]
    .filter(({ disabled }) => !disabled)
    .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
    .join("\n");
  const root = document.createElement("div");
  // Variables that are set on the page around, such as the size of rpx.
  root.style.cssText = document.documentElement.style.cssText;
  root.style.cssText += ";height:100%;overflow:hidden;background:#fff;font-family:sans-serif";
  root.append(sheet, copy);
  const content = new XMLSerializer().serializeToString(root);
  const high = (clientWidth * height) / width;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${clientWidth}" height="${high}"><foreignObject width="100%" height="100%">${content}</foreignObject></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
