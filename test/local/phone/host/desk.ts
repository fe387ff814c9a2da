import { after } from "node:test";
import { openDesk } from "../openPhone.ts";

/** The phones of all tests in this folder; they end with them. */
export const desk = await openDesk();
after(desk.close);
