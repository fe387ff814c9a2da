/**
 * What the cloud tells of a person's WeChat, and takes from it: `/wechat/people/<openid>`. Lists are in the
 * order of time, times ISO 8601.
 */
export type Sight = Readonly<{
  /** How others call the person. */
  name?: string;
  notices: readonly Notice[];
  chat: Readonly<{
    lines: readonly ChatLine[];
    typing: boolean;
    /** How many more messages WeChat would let the Mini Program send now. */
    left: number;
  }>;
  conversations: readonly Conversation[];
}>;

/** A subscribe message. @property page what it opens; some open nothing */
export type Notice = Readonly<{
  n: number;
  at: string;
  title: string;
  lines: readonly Readonly<{ name: string; value: string }>[];
  page?: string;
}>;

export type ChatLine = Readonly<{ at: string; mine: boolean; bubble: Bubble }>;

export type Bubble = Readonly<
  | { kind: "text"; text: string }
  | { kind: "image"; imageUrl: string }
  | { kind: "link"; title: string; description: string; url: string; imageUrl: string }
  | { kind: "card"; card: Card }
>;

/** @property imageUrl may be empty */
export type Card = Readonly<{ title: string; path: string; imageUrl: string }>;

export type Conversation = Readonly<{
  id: string;
  name: string;
  kind: "group" | "friend";
  cards: readonly SharedCard[];
}>;

export type SharedCard = Readonly<{
  n: number;
  at: string;
  by: Readonly<{ name: string }>;
  mine: boolean;
  card: Card;
  scene: number;
  shareTicket?: string;
  /** Of an updatable card. @property path where its line leads once it has started */
  state?: Readonly<{ text: string; color: string; path?: string }>;
}>;

/** One person's connection with the cloud. */
export type Cloud = Readonly<{
  /** @throws Error when there is no cloud */
  look(): Promise<Sight>;
  /** Does something in the chat. @throws Error with the cloud's words when the function did not answer */
  chat(deed: object): Promise<void>;
  /** Calls `changed` whenever there may be something new for the person. */
  listen(changed: () => void): void;
}>;

export function openCloud(openid: string): Cloud {
  const address = `/wechat/people/${encodeURIComponent(openid)}`;
  return {
    async look() {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`status ${response.status}`);
      return (await response.json()) as Sight;
    },
    async chat(deed) {
      const response = await fetch(`${address}/chat`, {
        method: "POST",
        body: JSON.stringify(deed),
      });
      if (response.ok) return;
      const { message } = (await response.json()) as { message: string };
      throw new Error(message);
    },
    listen(changed) {
      const { port } = new SharedWorker("changes.js?of=/wechat/events");
      port.onmessage = ({ data }: MessageEvent<string>) => {
        const concerned = data === "open" ? undefined : (JSON.parse(data) as Told).openids;
        if (concerned === undefined || concerned.includes(openid)) changed();
      };
    },
  };
}

/** @property openids left out when it may be anybody */
type Told = Readonly<{ openids?: readonly string[] }>;
