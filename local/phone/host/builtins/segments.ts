/**
 * Classes and styles that a built-in gives its own tag live here, apart from those of the template
 * (0) and of WXS (3): glass-easel's ANIMATION_EXTRA.
 */
export const ownSegment = 2;
