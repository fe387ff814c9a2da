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
  const unread = article.querySelector(".unread");
  const place = article.querySelector(".wechat");
  let openid = "";
  let arrived = 0;
  let seen;

  /** @param session of a contact button; without one the window shows the list of chats */
  function open(session) {
    const asked = { openid, ...(session ? { session: JSON.stringify(session) } : {}) };
    const window = document.createElement("iframe");
    window.title = `${who}的微信`;
    window.src = `/phone/wechat.html?${new URLSearchParams(asked)}`;
    place.replaceChildren(window);
    place.hidden = false;
    button.setAttribute("aria-expanded", "true");
    seen = arrived;
    showUnread();
  }

  function close() {
    place.replaceChildren();
    place.hidden = true;
    button.setAttribute("aria-expanded", "false");
    seen = arrived;
  }

  /** What came from others. What was there before the page was opened is not new. */
  async function count() {
    const asked = openid;
    const { notices, chat, conversations } = await (await fetch(`/wechat/people/${asked}`)).json();
    if (asked !== openid) return;
    const others = [...chat.lines, ...conversations.flatMap(({ cards }) => cards)];
    arrived = notices.length + others.filter(({ mine }) => !mine).length;
    if (seen === undefined || !place.hidden) seen = arrived;
    showUnread();
  }

  function showUnread() {
    const news = arrived - (seen ?? arrived);
    unread.hidden = news === 0;
    unread.textContent = news > 0 ? String(news) : "";
    unread.setAttribute("aria-label", `${news} 条新消息`);
  }

  button.addEventListener("click", () => (place.hidden ? open() : leave()));

  function leave() {
    close();
    frame.contentWindow.postMessage({ type: "wechat:close" }, location.origin);
  }

  window.addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin) return;
    if (source === frame.contentWindow && data.type === "phone:contact") open(data.session);
    if (source !== place.firstElementChild?.contentWindow) return;
    if (data.type === "wechat:close") leave();
    if (data.type === "wechat:open") frame.contentWindow.postMessage(data, location.origin);
  });
  listeners.add((concerned) => {
    if (concerned === undefined || concerned.includes(openid)) void count();
  });
  return {
    become(person) {
      openid = person;
      seen = undefined;
      close();
      seen = undefined;
      void count();
    },
  };
}
