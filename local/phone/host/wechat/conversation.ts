import { element } from "../frame.ts";
import { drawCard, timeOf } from "./cards.ts";
import { growingList, type Moves, type Screen } from "./screen.ts";
import type { Conversation, SharedCard } from "./sight.ts";

/** A group, or a friend: the cards that were shared there. */
export function conversationScreen({ id, kind, name }: Conversation, moves: Moves): Screen {
  const { list, fill } = growingList("talk");
  return {
    title: name,
    body: list,
    show({ conversations }) {
      const now = conversations.find((one) => one.id === id && one.kind === kind);
      fill(
        (now?.cards ?? []).map((card) => drawShared(card, moves)),
        "还没有人在这里发过小程序卡片。在小程序里点“转发”，就能发到这里。",
      );
    },
  };
}

function drawShared(shared: SharedCard, { open }: Moves): HTMLElement {
  const { at, by, mine, card, scene, shareTicket, state } = shared;
  const row = element("div", `line${mine ? " is-mine" : ""}`);
  const opened = (path: string) => () =>
    open({ path, scene, ...(shareTicket === undefined ? {} : { shareTicket }) });
  const bubble = element("div", "line-content");
  bubble.append(element("span", "by", `${by.name} · ${timeOf(at)}`));
  const box = bubble.appendChild(drawCard(card, opened(card.path)));
  if (state) {
    const line = element("button", "state", state.text);
    line.type = "button";
    line.style.color = state.color;
    line.disabled = !state.path;
    if (state.path) line.append(element("span", "state-enter", "进入"));
    line.addEventListener("click", opened(state.path ?? card.path));
    box.after(line);
  }
  row.append(element("span", "face", by.name.slice(0, 1)), bubble);
  return row;
}
