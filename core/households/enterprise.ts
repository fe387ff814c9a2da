import { collection } from "../kernel/database.ts";

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
  revision: number;
  ended: "" | "closed" | "moved" | "mistake";
}>;

export const enterprises = collection<Enterprise>("enterprises");
