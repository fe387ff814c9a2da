import { collection } from "../kernel/database.ts";

export const enterpriseEnds = ["closed", "moved", "mistake"] as const;

/** 企业: a firm, workshop, shop or farm in a hamlet. */
export type Enterprise = Readonly<{
  id: string;
  villageId: string;
  hamlet: string;
  name: string;
  /** What it does, in a few words. */
  trade: string;
  contact: string;
  phone: string;
  /** How many work there. */
  workers: number;
  note: string;
  /** 1, 2, 3 …: whoever writes names the one they saw, so that nobody's change is lost. */
  revision: number;
  /** Why it is not counted any more; "" while it is. */
  ended: "" | (typeof enterpriseEnds)[number];
}>;

export const enterprises = collection<Enterprise>("enterprises");
