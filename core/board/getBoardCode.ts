import { operation } from "../kernel/operation.ts";
import { sceneMost } from "../kernel/ports.ts";
import { villageById } from "../villages/village.ts";
import { GetBoardCodeInput, GetBoardCodeOutput } from "./contract.ts";
import { partOf } from "./period.ts";

/** As in app.json. */
const boardPage = "pages/board/index";

/** The code on a shared picture of the board: whoever scans it sees the same period. */
export const getBoardCode = operation({
  name: "getBoardCode",
  who: "anyone",
  input: GetBoardCodeInput,
  output: GetBoardCodeOutput,
  async run({ input, db, pageCodes }) {
    const { id, openYear } = await villageById(db, input.villageId);
    const { year = openYear, by } = input;
    const picture = await pageCodes.of(boardPage, boardScene(id, year, partOf(input), by));
    return picture ? { picture } : {};
  },
});

/**
 * "tangjiao.2014.m03.members": which board a scanned code opens. Where a long name of the village leaves no
 * room, the village's board of today.
 */
export function boardScene(villageId: string, year: number, part: string, by: string): string {
  const scene = [villageId, year, part, by].join(".");
  return scene.length <= sceneMost ? scene : villageId;
}
