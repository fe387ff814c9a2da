import { collection, type Database } from "../kernel/database.ts";

/** 组长和网格员: who looks after a grid, as the village tells everybody. Rights come from roles, not from here. */
export type GridPeople = Readonly<{
  /** The grid's. */
  id: string;
  villageId: string;
  leader: Responsible | null;
  staff: readonly Responsible[];
  /** Grows with every change: whoever writes names the one they saw. */
  revision: number;
}>;

export type Responsible = Readonly<{
  memberId: string;
  name: string;
  /** 值班电话 that the village released for everybody; "" for none. No other number is ever public. */
  dutyPhone: string;
}>;

export const gridPeople = collection<GridPeople>("gridPeople");

export const peopleOf = (db: Database, villageId: string): Promise<GridPeople[]> =>
  db.find(gridPeople, { where: { villageId }, limit: 200 });

export const nobodyNamed = (villageId: string, gridId: string): GridPeople => ({
  ...{ id: gridId, villageId, leader: null, staff: [], revision: 0 },
});
