/**
 * WeChat's own tags that the phone draws as it should. In the DOM each carries the prefix of the
 * real client (`wx-view`), which is also how a style sheet reaches it.
 */
const drawn = [
  "button",
  "canvas",
  "checkbox",
  "checkbox-group",
  "cover-image",
  "cover-view",
  "form",
  "icon",
  "image",
  "input",
  "label",
  "map",
  "movable-area",
  "movable-view",
  "navigator",
  "page-meta",
  "picker",
  "picker-view",
  "picker-view-column",
  "progress",
  "radio",
  "radio-group",
  "rich-text",
  "root-portal",
  "scroll-view",
  "slider",
  "swiper",
  "swiper-item",
  "switch",
  "text",
  "textarea",
  "video",
  "view",
] as const;

/** WeChat's own tags that the phone lacks: each draws a box that says so and logs an error. */
export const missingTags = [
  "ad",
  "ad-custom",
  "camera",
  "channel-live",
  "channel-video",
  "editor",
  "functional-page-navigator",
  "grid-view",
  "list-view",
  "live-player",
  "live-pusher",
  "match-media",
  "navigation-bar",
  "official-account",
  "official-account-publish",
  "open-data",
  "page-container",
  "share-element",
  "sticky-header",
  "sticky-section",
  "store-coupon",
  "store-gift",
  "store-home",
  "store-product",
  "voip-room",
  "web-view",
  "xr-frame",
] as const;

/** A tag that the phone draws. */
export type DrawnTag = (typeof drawn)[number];

/** Every tag that belongs to WeChat rather than to the Mini Program's own components. */
export const builtinTags: readonly string[] = [...drawn, ...missingTags];
