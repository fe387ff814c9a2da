import { gridsOf } from "../grids/grid.ts";
import { outlineOf, shownOutlines } from "../grids/outlines.ts";
import { operation } from "../kernel/operation.ts";
import { GetGridPeopleInput, GetGridPeopleOutput } from "./contract.ts";
import { nobodyNamed, peopleOf } from "./gridPeople.ts";

/** The committee's list of the grids: whom each names, and whether it is drawn. */
export const getGridPeople = operation({
  name: "getGridPeople",
  who: ["committee"],
  input: GetGridPeopleInput,
  output: GetGridPeopleOutput,
  async run({ caller: { villageId }, db }) {
    const [grids, people, drawn] = await Promise.all([
      gridsOf(db, villageId),
      peopleOf(db, villageId),
      shownOutlines(db, villageId),
    ]);
    return {
      grids: grids.map(({ id, name }) => {
        const { leader, staff, revision } =
          people.find((one) => one.id === id) ?? nobodyNamed(villageId, id);
        return {
          ...{ id, name, leader, staff, revision },
          drawn: outlineOf(drawn, id) !== undefined,
        };
      }),
    };
  },
});
