import { element } from "../frame.ts";
import { timeOf } from "./cards.ts";
import { chatScreen, chatTitle } from "./chat.ts";
import { conversationScreen } from "./conversation.ts";
import { noticesScreen, noticesTitle } from "./notices.ts";
import type { Moves, Screen } from "./screen.ts";
import type { Cloud, Sight } from "./sight.ts";

/** One line of the list. */
type Row = Readonly<{
  name: string;
  /** What it stands for, while nothing was said there. */
  hint: string;
  mark: string;
  kind: string;
  last?: Readonly<{ at: string; text: string }> | undefined;
  screen(): Screen;
}>;

/** What WeChat opens with: the Mini Program's notices and chat, then the groups and friends. */
export function listScreen(moves: Moves, cloud: Cloud): Screen {
  const list = element("div", "list");
  return {
    title: "微信",
    body: list,
    show(sight) {
      list.replaceChildren(...rowsOf(sight, moves, cloud).map((row) => drawRow(row, moves)));
    },
  };
}

function rowsOf({ notices, chat, conversations }: Sight, moves: Moves, cloud: Cloud): Row[] {
  const notice = notices.at(-1);
  const said = chat.lines.at(-1);
  return [
    {
      ...{ name: noticesTitle, hint: "小程序发来的订阅消息", mark: "通", kind: "notices" },
      last: notice && { at: notice.at, text: notice.title },
      screen: () => noticesScreen(moves),
    },
    {
      ...{ name: chatTitle, hint: "和小程序说话，由云函数回答", mark: "客", kind: "program" },
      last: said && { at: said.at, text: textOf(said.bubble) },
      screen: () => chatScreen(moves, cloud, { sessionFrom: "" }),
    },
    ...conversations.map((conversation): Row => {
      const card = conversation.cards.at(-1);
      return {
        ...{ name: conversation.name, mark: conversation.name.slice(0, 1) },
        ...{ hint: "转发的小程序卡片会到这里", kind: conversation.kind },
        last: card && { at: card.at, text: `[小程序] ${card.card.title}` },
        screen: () => conversationScreen(conversation, moves),
      };
    }),
  ];
}

const textOf = (bubble: Sight["chat"]["lines"][number]["bubble"]): string => {
  if (bubble.kind === "text") return bubble.text;
  if (bubble.kind === "image") return "[图片]";
  return bubble.kind === "card" ? `[小程序] ${bubble.card.title}` : `[链接] ${bubble.title}`;
};

function drawRow({ name, hint, mark, kind, last, screen }: Row, { go }: Moves): HTMLElement {
  const row = element("button", "row");
  row.type = "button";
  const words = element("span", "row-words");
  words.append(element("strong", "", name), element("span", "", last?.text ?? hint));
  row.append(element("span", `face is-${kind}`, mark), words);
  if (last) row.append(element("time", "", timeOf(last.at)));
  row.addEventListener("click", () => go(screen()));
  return row;
}
