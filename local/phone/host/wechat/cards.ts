import { assetUrl } from "../assets.ts";
import { element } from "../frame.ts";
import type { Card } from "./sight.ts";

/** A button that looks like a card of the Mini Program. */
export function drawCard({ title, imageUrl }: Card, open: () => void): HTMLButtonElement {
  const card = element("button", "card");
  card.type = "button";
  card.append(element("span", "card-title", title));
  if (imageUrl) {
    const image = card.appendChild(element("img", "card-picture"));
    image.src = assetUrl(imageUrl);
    image.alt = "";
  }
  card.append(element("span", "card-foot", "小程序"));
  card.addEventListener("click", open);
  return card;
}

/** `9:05` of today, otherwise with the day. */
export function timeOf(at: string): string {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  const day = isToday ? "" : `${time.getMonth() + 1}月${time.getDate()}日 `;
  return `${day}${time.getHours()}:${String(time.getMinutes()).padStart(2, "0")}`;
}
