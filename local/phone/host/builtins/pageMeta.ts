import { builtin } from "./builtin.ts";
import { anything, text } from "./properties.ts";

/** Styles the page around it. It has no look of its own, and must be the first tag of the page. */
export const pageMeta = builtin({
  tag: "page-meta",
  properties: {
    backgroundTextStyle: text(),
    backgroundColor: text(),
    backgroundColorTop: text(),
    backgroundColorBottom: text(),
    rootBackgroundColor: text(),
    scrollTop: anything(),
    scrollDuration: anything(300),
    pageStyle: text(),
    pageFontSize: text(),
    rootFontSize: text(),
    pageOrientation: text(),
  },
  mount({ dom, values }) {
    const show = () => {
      const page = dom.closest<HTMLElement>("page");
      const { pageStyle, pageFontSize, backgroundColor, rootBackgroundColor } = values();
      if (!page) return;
      const color = backgroundColor || rootBackgroundColor;
      page.setAttribute("style", pageStyle);
      if (pageFontSize) page.style.fontSize = pageFontSize;
      if (color) page.style.backgroundColor = color;
    };
    return { attached: show, update: show };
  },
});
