import type { Api } from "../../../../core/api.ts";

type Reply = Api["getGridPeople"]["output"];

export type Ready = Readonly<{
  kind: "ready";
  grids: ReadonlyArray<Readonly<{ id: string; name: string; drawn: string; people: string }>>;
}>;

export const toView = ({ grids }: Reply): Ready => ({
  kind: "ready",
  grids: grids.map(({ id, name, drawn, leader, staff }) => ({
    ...{ id, name, drawn: drawn ? "画好了" : "还没画" },
    people:
      [leader, ...staff]
        .map((one) => one?.name)
        .filter(Boolean)
        .join("、") || "还没定",
  })),
});
