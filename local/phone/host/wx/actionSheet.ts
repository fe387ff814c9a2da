import { ApiFailure, api } from "../api.ts";
import { element } from "../frame.ts";
import { layerButton, openLayer } from "./layer.ts";
import type { Platform } from "./platform.ts";

type Choices = Readonly<{
  itemList: readonly string[];
  itemColor?: string;
  alertText?: string;
}>;

/** WeChat shows no more than these. */
const itemsMax = 6;

/** @returns the index of the item that was tapped; undefined when the person gave up */
export async function askChoice(
  overlay: HTMLElement,
  { itemList, itemColor = "", alertText }: Choices,
): Promise<number | undefined> {
  const layer = openLayer<number | undefined>(overlay, "sheet", { answer: undefined });
  if (alertText) layer.panel.append(element("div", "wx-sheet-title", alertText));
  for (const [index, item] of itemList.entries()) {
    const button = layerButton(item, "wx-sheet-item", () => layer.answer(index));
    button.style.color = itemColor;
    layer.panel.append(button);
  }
  layer.panel.append(layerButton("取消", "wx-sheet-cancel", () => layer.answer(undefined)));
  return layer.answered;
}

export function actionSheetWx({ phone }: Platform): Record<string, unknown> {
  return {
    showActionSheet: api<Choices>("showActionSheet", async (choices) => {
      const { itemList } = choices;
      if (!Array.isArray(itemList) || itemList.length === 0 || itemList.length > itemsMax) {
        throw new ApiFailure(`parameter error: itemList should have 1 to ${itemsMax} items`);
      }
      const tapIndex = await askChoice(phone.overlay, choices);
      if (tapIndex === undefined) throw new ApiFailure("cancel");
      return { tapIndex };
    }),
    makePhoneCall: api<{ phoneNumber: string }>("makePhoneCall", async ({ phoneNumber }) => {
      if (!phoneNumber) throw new ApiFailure("parameter error: phoneNumber is empty");
      const call = await askChoice(phone.overlay, { itemList: [`呼叫 ${phoneNumber}`] });
      if (call === undefined) throw new ApiFailure("cancel");
      return undefined;
    }),
  };
}
