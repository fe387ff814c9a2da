import { readCode, scaledTo } from "./readCode.ts";

/** A QR code that stands on another screen of the same desk. */
export type SeenCode = Readonly<{
  /** Which screen: the title of its frame. */
  where: string;
  text: string;
}>;

type Picture = HTMLImageElement | HTMLCanvasElement;

/** Smaller than this in CSS pixels no camera reads a code, and pages are full of small pictures. */
const sideMin = 64;

/** What was read in a picture that has not changed since. */
const known = new WeakMap<Picture, { look: string; text: string | undefined }>();

/** Whether there are other screens to look at. */
export function hasOthers(): boolean {
  return otherScreens().length > 0;
}

/** The codes that can be seen on the screens beside this phone: the frames of the same page. */
export async function seeCodes(): Promise<SeenCode[]> {
  const seen: SeenCode[] = [];
  for (const screen of otherScreens()) {
    for (const picture of screen.document.querySelectorAll<Picture>("img, canvas")) {
      if (!isSeen(picture)) continue;
      const text = await textIn(picture);
      if (text !== undefined) seen.push({ where: nameOf(screen), text });
    }
  }
  return seen;
}

function otherScreens(): Window[] {
  const frames = Array.from({ length: window.parent.length }, (_, at) => window.parent[at]);
  return frames.filter((frame): frame is Window => frame !== window && isOwn(frame));
}

/** A page of another origin does not let itself be looked into. */
function isOwn(screen: Window | undefined): boolean {
  try {
    return screen?.document !== undefined;
  } catch {
    return false;
  }
}

function nameOf(screen: Window): string {
  return screen.frameElement?.getAttribute("title") || screen.document.title;
}

/** Whether the whole picture can be seen: large enough, in the window, under nothing else. */
function isSeen(picture: Picture): boolean {
  const { left, top, width, height } = picture.getBoundingClientRect();
  if (Math.min(width, height) < sideMin) return false;
  if ("complete" in picture && !picture.complete) return false;
  if (!picture.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const points = [
    [0.5, 0.5],
    [0.1, 0.1],
    [0.9, 0.1],
    [0.1, 0.9],
    [0.9, 0.9],
  ] as const;
  return points.every(([x, y]) => {
    const onTop = picture.ownerDocument.elementFromPoint(left + x * width, top + y * height);
    return onTop === picture || onTop === picture.parentElement;
  });
}

/** @returns undefined where there is no code, or where the picture does not let itself be read */
async function textIn(picture: Picture): Promise<string | undefined> {
  const { width, height } = picture.getBoundingClientRect();
  // What a canvas shows may be another thing at every look.
  const look = "src" in picture ? `${picture.currentSrc} ${width} ${height}` : "";
  const before = known.get(picture);
  if (look && before?.look === look) return before.text;
  // Twice the pixels of the page, as a sharp screen has them.
  const size = scaledTo(2 * Math.max(width, height), { width, height });
  const text = await readCode(picture, size).catch((error: unknown) => {
    if (error instanceof DOMException) return undefined;
    throw error;
  });
  known.set(picture, { look, text });
  return text;
}
