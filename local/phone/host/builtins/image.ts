import { builtin, type Part } from "./builtin.ts";
import { offerPicture } from "./imageMenu.ts";
import { ownerOf } from "./owner.ts";
import { flag, text } from "./properties.ts";
import { ownSegment } from "./segments.ts";

const imageProperties = { src: text(), mode: text("scaleToFill"), lazyLoad: flag() };

/**
 * An image of the Mini Program, of the web, of the cloud (`cloud://…`) or a temporary file. How
 * `mode` scales and crops is said by `fits`.
 */
export const image = builtin({
  tag: "image",
  properties: {
    ...imageProperties,
    webp: flag(),
    fadeIn: flag(),
    showMenuByLongpress: flag(),
    forceHttp: flag(),
  },
  mount(part) {
    const { img, update } = drawImage(part);
    const { overlay, report } = part.platform.phone;
    let listens = false;
    return {
      update(now) {
        update(now);
        // Whoever hears a long press takes the tap after it: only an image that has a menu does.
        if (listens || !now.showMenuByLongpress) return;
        listens = true;
        part.on("longpress", () => {
          if (part.values().showMenuByLongpress) offerPicture(overlay, img.src).catch(report);
        });
      },
    };
  },
});

/** An image over native components, of which the phone has none: an image like any other. */
export const coverImage = builtin({
  tag: "cover-image",
  properties: { ...imageProperties, referrerPolicy: text() },
  mount: (part) => drawImage(part),
});

/**
 * How a mode lays the picture in its box; every other mode names the place of an uncropped picture.
 */
const fits: Readonly<Record<string, string>> = {
  scaleToFill: "object-fit:fill",
  aspectFit: "object-fit:contain",
  aspectFill: "object-fit:cover",
  widthFix: "height:auto",
  heightFix: "width:auto",
};

/** The modes in which a side of the box follows the picture, whatever the page says of it. */
const isFix = (mode: string) => mode === "widthFix" || mode === "heightFix";

function drawImage({ dom, component, platform, emit }: Part<typeof imageProperties>) {
  const img = document.createElement("img");
  img.alt = "";
  img.draggable = false;
  img.addEventListener("load", () =>
    emit("load", { width: img.naturalWidth, height: img.naturalHeight }),
  );
  const fail = (why: string) => emit("error", { errMsg: why });
  img.addEventListener("error", () => fail(`GET ${img.src} failed to load`));
  dom.append(img);

  let shown: string | undefined;
  const show = async (src: string) => {
    shown = src;
    if (src === "") {
      img.removeAttribute("src");
      return;
    }
    try {
      const url = await platform.files.urlOf(src, ownerOf(component)?.is);
      if (shown === src) img.src = url;
    } catch (error) {
      if (shown === src) fail(error instanceof Error ? error.message : String(error));
    }
  };
  return {
    img,
    update({ src, mode, lazyLoad }: { src: string; mode: string; lazyLoad: boolean }) {
      dom.setAttribute("mode", mode);
      const fit = fits[mode] ?? `object-fit:none;object-position:${mode}`;
      img.style.cssText = fit;
      component.setNodeStyle(isFix(mode) ? fit : "", ownSegment);
      img.loading = lazyLoad ? "lazy" : "eager";
      if (src !== shown) void show(src);
    },
  };
}
