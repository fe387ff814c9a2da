import type { Shelf } from "./deliveries";

/**
 * Drafts in the phone's storage, all of a kind under one key. Written at every change: a closed app, an empty
 * battery or a call in between loses nothing.
 */
export function createShelf<Draft>(key: string, idOf: (draft: Draft) => string): Shelf<Draft> {
  const all = (): Draft[] => wx.getStorageSync<Draft[] | "">(key) || [];
  const save = (kept: readonly Draft[]): void => wx.setStorageSync(key, kept);
  return {
    all,
    get: (id) => all().find((draft) => idOf(draft) === id),
    put(draft) {
      const kept = all();
      const index = kept.findIndex((one) => idOf(one) === idOf(draft));
      save(index < 0 ? [...kept, draft] : kept.map((one, at) => (at === index ? draft : one)));
    },
    drop: (id) => save(all().filter((draft) => idOf(draft) !== id)),
  };
}
