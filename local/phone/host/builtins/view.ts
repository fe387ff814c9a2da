import { builtin } from "./builtin.ts";
import { hover, hoverProperties } from "./hover.ts";
import { flag, number } from "./properties.ts";

/** The plain block; 50 ms and 400 ms are WeChat's times of its pressed look. */
export const view = builtin({
  tag: "view",
  properties: hoverProperties("none", 50, 400),
  mount: (part) => hover(part),
});

/** Lies over native components in WeChat; here nothing lies over anything else. */
export const coverView = builtin({
  tag: "cover-view",
  properties: { scrollTop: number(), markerId: number() },
  mount: ({ dom }) => ({
    update({ scrollTop }, before) {
      if (scrollTop !== before.scrollTop) dom.scrollTop = scrollTop;
    },
  }),
});

/**
 * Its content is meant to cover the page: what it holds is `position: fixed`, so it takes no room
 * itself.
 */
export const rootPortal = builtin({ tag: "root-portal", properties: { enable: flag(true) } });
