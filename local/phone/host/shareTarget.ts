import { element } from "./frame.ts";
import { layerButton, openLayer } from "./wx/layer.ts";

/** Where a card may go. */
export type Target = Readonly<{ group: string } | { openid: string }>;

/** Of what the cloud tells of a person's WeChat, what matters to sharing. */
type Sight = Readonly<{
  conversations: readonly Readonly<{ id: string; name: string; kind: "group" | "friend" }>[];
  friends: readonly Readonly<{ openid: string; name: string }>[];
}>;

type Row = Readonly<{ name: string; target: Target }>;

/** The person's groups and friends; none where no cloud knows of any. */
export async function findTargets(openid: string): Promise<readonly Row[]> {
  const response = await fetch(`/wechat/people/${openid}`).catch(() => undefined);
  if (!response?.ok) return [];
  const { conversations, friends } = (await response.json()) as Sight;
  return [
    ...conversations.flatMap(({ id, name, kind }) =>
      kind === "group" ? [{ name, target: { group: id } }] : [],
    ),
    ...friends.map(({ openid: other, name }) => ({ name, target: { openid: other } })),
  ];
}

/** Asks to whom. @returns undefined when the person gave up */
export function askTarget(overlay: HTMLElement, rows: readonly Row[]): Promise<Target | undefined> {
  const layer = openLayer<Target | undefined>(overlay, "sheet", { answer: undefined });
  layer.panel.append(element("div", "wx-sheet-title", "发送给"));
  const list = layer.panel.appendChild(element("div", "phone-targets"));
  for (const { name, target } of rows) {
    const button = layerButton(name, "phone-target", () => layer.answer(target));
    button.prepend(element("span", "group" in target ? "is-group" : "", name.slice(0, 1)));
    list.append(button);
  }
  layer.panel.append(layerButton("取消", "wx-sheet-cancel", () => layer.answer(undefined)));
  return layer.answered;
}
