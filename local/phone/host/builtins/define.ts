import type { ComponentSpace } from "glass-easel";
import type { Platform } from "../wx/platform.ts";
import type { Define } from "./builtin.ts";
import { button } from "./button.ts";
import { canvas } from "./canvas.ts";
import { checkbox, checkboxGroup } from "./checkbox.ts";
import { form } from "./form.ts";
import { listenForGestures } from "./gestures.ts";
import { icon } from "./icon.ts";
import { coverImage, image } from "./image.ts";
import { input } from "./input.ts";
import { label } from "./label.ts";
import { map } from "./map.ts";
import { defineMissing } from "./missing.ts";
import { movableArea, movableView } from "./movable.ts";
import { navigator } from "./navigator.ts";
import { pageMeta } from "./pageMeta.ts";
import { picker } from "./picker.ts";
import { pickerView, pickerViewColumn } from "./pickerView.ts";
import { progress } from "./progress.ts";
import { radio, radioGroup } from "./radio.ts";
import { richText } from "./richText.ts";
import { scrollView } from "./scrollView.ts";
import { slider } from "./slider.ts";
import { swiper, swiperItem } from "./swiper.ts";
import { switchControl } from "./switch.ts";
import type { DrawnTag } from "./tags.ts";
import { text } from "./text.ts";
import { textarea } from "./textarea.ts";
import { video } from "./video.ts";
import { coverView, rootPortal, view } from "./view.ts";

/** A tag that is drawn but not defined here does not compile. */
const drawn: Readonly<Record<DrawnTag, Define>> = {
  button,
  canvas,
  checkbox,
  "checkbox-group": checkboxGroup,
  "cover-image": coverImage,
  "cover-view": coverView,
  form,
  icon,
  image,
  input,
  label,
  map,
  "movable-area": movableArea,
  "movable-view": movableView,
  navigator,
  "page-meta": pageMeta,
  picker,
  "picker-view": pickerView,
  "picker-view-column": pickerViewColumn,
  progress,
  radio,
  "radio-group": radioGroup,
  "rich-text": richText,
  "root-portal": rootPortal,
  "scroll-view": scrollView,
  slider,
  swiper,
  "swiper-item": swiperItem,
  switch: switchControl,
  text,
  textarea,
  video,
  view,
};

/**
 * Registers every built-in in `space`, so that each template may use it without naming it, and
 * starts turning touches and mouse into the events of WeChat.
 *
 * The backend context must leave events alone (`onEvent` and `setListenerStats` do nothing): taps
 * and touches come from `listenForGestures`, everything else from the built-ins themselves.
 */
export function defineBuiltins(space: ComponentSpace, platform: Platform): void {
  for (const define of Object.values(drawn)) define(space, platform);
  defineMissing(space, platform);
  document.documentElement.toggleAttribute("wx-style-v2", platform.phone.config.style === "v2");
  listenForGestures(platform);
}
