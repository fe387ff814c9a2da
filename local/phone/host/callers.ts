import { component } from "glass-easel-miniprogram-adapter";
import { nodeOf } from "./events.ts";
import { createPageObserver, type ObserverOptions } from "./intersections.ts";
import type { Phone } from "./phone.ts";
import { createSelectorQuery } from "./queries.ts";

/** How often a page or component set data, and how much, in bytes of JSON. */
export type DataCost = { calls: number; bytes: number };

declare global {
  interface Window {
    /** By path of page or component, since the phone was loaded. */
    __setData: Record<string, DataCost>;
  }
}

type Caller = { is: string };
type SetData = (this: Caller, data: Record<string, unknown>, done?: () => void) => void;

/** Gives every page and component of the app what the adapter lacks or does otherwise than WeChat. */
export function completeCallers(phone: Phone, tabBarOf: () => unknown): void {
  window.__setData = {};
  const proto = component.ComponentCaller.prototype as unknown as Record<string, unknown> & {
    setData: SetData;
  };
  const setData = proto.setData;
  Object.assign(proto, {
    setData(this: Caller, data: Record<string, unknown>, done?: () => void) {
      const known = Object.entries(data).filter(([field, value]) => isKnown(this.is, field, value));
      count(this.is, known);
      setData.call(this, Object.fromEntries(known), done);
    },
    createSelectorQuery(this: Caller) {
      return createSelectorQuery(phone, nodeOf(this));
    },
    createIntersectionObserver(this: Caller, options?: ObserverOptions) {
      return createPageObserver(phone, nodeOf(this), options);
    },
    getTabBar: tabBarOf,
  });
}

/** WeChat leaves out what is undefined, and says so; of packages it is not the app's to mend. */
function isKnown(path: string, field: string, value: unknown): boolean {
  if (value !== undefined) return true;
  if (!path.startsWith("miniprogram_npm/")) {
    console.warn(`${path}: setting data field "${field}" to undefined is invalid`);
  }
  return false;
}

function count(path: string, fields: [string, unknown][]): void {
  const cost = window.__setData[path] ?? { calls: 0, bytes: 0 };
  cost.calls += 1;
  cost.bytes += new TextEncoder().encode(JSON.stringify(Object.fromEntries(fields))).length;
  window.__setData[path] = cost;
}
