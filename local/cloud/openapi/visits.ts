/** WeChat checks content only for a user who opened the Mini Program in the last two hours. */
const activeMs = 2 * 60 * 60 * 1000;

export type Visits = Readonly<{ seen(openid: string): void; isActive(openid: string): boolean }>;

/** Remembers when each user was last here; forgets with the process. */
export function openVisits(): Visits {
  const last = new Map<string, number>();
  return {
    seen: (openid) => void last.set(openid, Date.now()),
    isActive: (openid) => Date.now() - (last.get(openid) ?? Number.NEGATIVE_INFINITY) < activeMs,
  };
}
