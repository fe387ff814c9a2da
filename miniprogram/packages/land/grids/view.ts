import type { Api } from "../../../../core/api.ts";
import { fullDayText } from "../../../texts/days";
import { together } from "../../../texts/together";

export type Land = Api["getLand"]["output"];
export type Grid = Land["grids"][number];
export type Numbers = Grid["numbers"];

export type GridView = Readonly<{
  id: string;
  name: string;
  /** "东浜、南浜" */
  hamlets: string;
  numbers: ReadonlyArray<Readonly<{ label: string; value: string }>>;
  /** Where they come from: "按台账数" or "村里填报". */
  source: string;
  entered: boolean;
  /** Who entered them, and when; "" where they are counted. */
  enteredNote: string;
}>;

export type Ready = Readonly<{
  kind: "ready";
  grids: readonly GridView[];
  recount: string;
  differences: ReadonlyArray<Readonly<{ key: string; text: string }>>;
  past: ReadonlyArray<Readonly<{ key: string; text: string; note: string }>>;
}>;

/** 党员 are always counted from the booklets. */
export const numberLabels: Readonly<Record<keyof Numbers, string>> = {
  households: "户数",
  residents: "人口数",
  representatives: "村民代表数",
  enterprises: "企业数",
  newResidents: "新居民数",
};

export const numberNames = Object.keys(numberLabels) as Array<keyof Numbers>;

export const toView = (land: Land): Ready => ({
  kind: "ready",
  grids: land.grids.map(gridView),
  ...recountView(land.recount),
  past: land.regroupings.map((one, at) => ({
    ...{ key: `${at}`, text: pastText(one) },
    note: together(one.by, fullDayText(one.on)),
  })),
});

const gridView = ({ id, name, hamlets, members, numbers, source, enteredBy, enteredOn }: Grid) => ({
  ...{ id, name, hamlets: hamlets.join("、") },
  numbers: [
    ...numberNames.map((field) => ({ label: numberLabels[field], value: `${numbers[field]}` })),
    { label: "党员数", value: `${members}` },
  ],
  source: source === "entered" ? "村里填报" : "按台账数",
  entered: source === "entered",
  enteredNote: enteredBy && enteredOn ? together(enteredBy, fullDayText(enteredOn)) : "",
});

function recountView(recount: Land["recount"]): Pick<Ready, "recount" | "differences"> {
  if (!recount) return { recount: "还没有核对过。每天夜里核对一次。", differences: [] };
  const day = fullDayText(recount.on);
  if (recount.total === 0) return { recount: `${day}核对过，都对得上。`, differences: [] };
  return {
    recount: `${day}核对，有${recount.total}处对不上。`,
    differences: recount.differences.map(({ hamlet, number, kept, counted, mended }) => ({
      key: `${hamlet}-${number}`,
      text: `${hamlet}的${numberLabels[number]}：原来${kept}，实有${counted}，${mended ? "已经改过来" : "下次再改"}`,
    })),
  };
}

function pastText({ kind, from, into, hamlets }: Land["regroupings"][number]): string {
  const land = hamlets.join("、");
  if (kind === "merge") return `${from}并入${into}`;
  return kind === "split" ? `${into}从${from}分出，有${land}` : `${land}从${from}划到${into}`;
}
