import type { Api } from "../../../core/api.ts";
import { call } from "../../services/call";
import { askOrKept, type Kept } from "../../services/kept";

export type List = Api["listHouseholds"]["output"];
type Asked = Api["listHouseholds"]["input"];

/** One page of the list, as it is now. */
export const askList = (asked: Asked): Promise<List> => call("listHouseholds", asked);

/** The list's first page; without a signal as the phone saw it last, whatever grid that was. */
export const firstPage = (asked: Asked): Promise<Kept<List>> =>
  askOrKept("households", () => askList(asked));
