import { assetUrl } from "../assets.ts";
import { element } from "../frame.ts";
import type { ContactSession } from "../phone.ts";
import { drawCard, timeOf } from "./cards.ts";
import { growingList, type Moves, type Screen } from "./screen.ts";
import type { Bubble, ChatLine, Cloud } from "./sight.ts";

/** WeChat's number for a Mini Program opened from a card of its customer service. */
const chatScene = 1073;

export const chatTitle = "客服消息";

/** The customer-service chat. It is entered when the screen is made. */
export function chatScreen(moves: Moves, cloud: Cloud, session: ContactSession): Screen {
  const { list, fill } = growingList("talk");
  const foot = element("div", "foot");
  const failure = element("p", "failure");
  failure.setAttribute("role", "alert");
  foot.append(failure);

  /** Keeps what the person did in sight when no answer came: it was said nevertheless. */
  async function perform(deed: object): Promise<void> {
    failure.textContent = "";
    try {
      await cloud.chat(deed);
    } catch (error) {
      failure.textContent = `没有得到回答：${error instanceof Error ? error.message : error}`;
    }
  }

  const left = foot.appendChild(element("p", "left"));
  if (session.card) foot.append(cardOffer(session.card, perform));
  foot.append(writingField(perform));
  void perform({ enter: { sessionFrom: session.sessionFrom } });
  return {
    title: chatTitle,
    body: list,
    foot,
    show({ chat }) {
      left.textContent = allowanceOf(chat.left);
      const rows = chat.lines.map((line) => drawLine(line, moves));
      if (chat.typing) rows.push(element("p", "typing", "对方正在输入…"));
      fill(rows, "写一句话试试，小程序的云函数会回答。");
    },
  };
}

/** WeChat's rule that surprises whoever does not know it. */
const allowanceOf = (left: number) =>
  left > 0 ? `小程序现在还能发来 ${left} 条` : "您再说一句，小程序才能发来消息";

/** `show-message-card`: the page's card, waiting to be sent. */
function cardOffer(
  card: NonNullable<ContactSession["card"]>,
  perform: (deed: object) => Promise<void>,
): HTMLElement {
  const offer = element("button", "offer");
  offer.type = "button";
  offer.append(element("span", "", "可能要发送的小程序"), element("strong", "", card.title));
  offer.addEventListener("click", () => {
    offer.remove();
    void perform({ card });
  });
  return offer;
}

function writingField(perform: (deed: object) => Promise<void>): HTMLElement {
  const form = element("form", "write");
  const field = form.appendChild(element("input", ""));
  field.setAttribute("aria-label", "要说的话");
  field.enterKeyHint = "send";
  field.autocomplete = "off";
  form.append(element("button", "", "发送"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value;
    if (text.trim() === "") return;
    field.value = "";
    void perform({ text });
  });
  return form;
}

function drawLine({ at, mine, bubble }: ChatLine, moves: Moves): HTMLElement {
  const row = element("div", `line${mine ? " is-mine" : ""}`);
  const content = element("div", "line-content");
  content.append(drawBubble(bubble, moves));
  content.title = timeOf(at);
  row.append(element("span", `face${mine ? "" : " is-program"}`, mine ? "我" : "客"), content);
  return row;
}

function drawBubble(bubble: Bubble, { open }: Moves): HTMLElement {
  switch (bubble.kind) {
    case "text":
      return element("p", "bubble", bubble.text);
    case "image": {
      const image = element("img", "picture");
      image.src = bubble.imageUrl;
      image.alt = "图片";
      return image;
    }
    case "card": {
      const { card } = bubble;
      return drawCard(card, () => open({ path: card.path, scene: chatScene }));
    }
    case "link": {
      const link = element("a", "card");
      link.href = bubble.url;
      link.target = "_blank";
      link.append(
        element("span", "card-title", bubble.title),
        element("span", "card-text", bubble.description),
      );
      const image = link.appendChild(element("img", "card-picture"));
      image.src = assetUrl(bubble.imageUrl);
      image.alt = "";
      return link;
    }
  }
}
