// The WeChat of the person on one phone: shown beside the phone on demand, with what is new counted.

/** All windows of the browser share one stream: a browser opens at most six connections. */
const { port } = new SharedWorker("/phone/changes.js?of=/wechat/events");
const listeners = new Set();
port.onmessage = ({ data }) => {
  const concerned = data === "open" ? undefined : JSON.parse(data).openids;
  for (const listener of listeners) listener(concerned);
};

/**
 * @param article holds the phone, the button and the place for the window
 * @param frame the phone
 * @returns `become(openid)`: another person holds the phone
 */
export function addWeChat(article, frame, who) {
  const button = article.querySelector(".open-wechat");
  const place = article.querySelector(".wechat");
  const news = countNews(article.querySelector(".unread"), () => !place.hidden);
  let openid = "";

  /** @param session of a contact button; without one the window shows the list of chats */
  function open(session) {
    const asked = { openid, ...(session ? { session: JSON.stringify(session) } : {}) };
    const view = document.createElement("iframe");
    view.title = `${who}的微信`;
    view.src = `/phone/wechat.html?${new URLSearchParams(asked)}`;
    place.replaceChildren(view);
    place.hidden = false;
    button.setAttribute("aria-expanded", "true");
    news.seen();
  }

  function close() {
    place.replaceChildren();
    place.hidden = true;
    button.setAttribute("aria-expanded", "false");
  }

  /** A contact button on the phone waits to hear that the person is back. */
  function leave() {
    close();
    frame.contentWindow.postMessage({ type: "wechat:close" }, location.origin);
  }

  button.addEventListener("click", () => (place.hidden ? open() : leave()));
  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin) return;
    if (source === frame.contentWindow && data.type === "phone:contact") open(data.session);
    if (source !== place.firstElementChild?.contentWindow) return;
    if (data.type === "wechat:close") leave();
    if (data.type === "wechat:open") frame.contentWindow.postMessage(data, location.origin);
  });
  return {
    become(person) {
      openid = person;
      close();
      news.of(person);
    },
  };
}

/**
 * Counts on a badge what others have sent since the person last looked. What was there at first is not new.
 * @param isLooking whether the window is open
 */
function countNews(badge, isLooking) {
  let openid = "";
  let arrived = 0;
  let known;

  async function look() {
    const asked = openid;
    const { notices, chat, conversations } = await (await fetch(`/wechat/people/${asked}`)).json();
    if (asked !== openid) return; // somebody else holds the phone by now
    const cards = conversations.flatMap((conversation) => conversation.cards);
    arrived = notices.length + [...chat.lines, ...cards].filter(({ mine }) => !mine).length;
    if (known === undefined || isLooking()) known = arrived;
    show();
  }

  function show() {
    const count = arrived - (known ?? arrived);
    badge.hidden = count === 0;
    badge.textContent = String(count);
    badge.setAttribute("aria-label", `${count} 条新消息`);
  }

  listeners.add((concerned) => {
    if (concerned === undefined || concerned.includes(openid)) void look();
  });
  return {
    of(person) {
      openid = person;
      known = undefined;
      void look();
    },
    seen() {
      known = arrived;
      show();
    },
  };
}
