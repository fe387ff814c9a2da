import type { Api } from "../../../../core/api.ts";
import { type Grid, type Land, numberLabels, numberNames } from "./view";

/** What can be done with a grid. */
export const modes = ["numbers", "merge", "split", "move"] as const;
export type Mode = (typeof modes)[number];

export const modeTitles: Readonly<Record<Mode, string>> = {
  numbers: "填报数目",
  merge: "并入别的网格",
  split: "分出一个新网格",
  move: "划出一个自然村",
};

export type Choice = Readonly<{ value: string; title: string; note: string; chosen: boolean }>;

/** What a person has chosen and typed so far. */
export type Form = Readonly<{
  mode: Mode;
  gridId: string;
  /** Made when the form opens, so that sending it twice regroups once. */
  regroupingId: string;
  hamlets: readonly string[];
  intoId: string;
  name: string;
  /** As typed. */
  numbers: Readonly<Record<string, string>>;
}>;

export const newForm = (mode: Mode, grid: Grid, regroupingId: string): Form => ({
  ...{ mode, gridId: grid.id, regroupingId, hamlets: [], intoId: "", name: "" },
  numbers: Object.fromEntries(numberNames.map((name) => [name, `${grid.numbers[name]}`])),
});

export type SheetView = Readonly<{
  mode: Mode;
  title: string;
  /** Hamlets to choose from; one of them, or some. */
  hamlets: readonly Choice[];
  isOne: boolean;
  grids: readonly Choice[];
  name: string;
  fields: ReadonlyArray<Readonly<{ name: string; label: string; value: string }>>;
  /** Whether it can go back to what is counted. */
  mayCount: boolean;
  action: string;
}>;

export function sheetView(land: Land, form: Form): SheetView {
  const { mode } = form;
  const own = land.grids.find(({ id }) => id === form.gridId);
  const picksHamlets = mode === "split" || mode === "move";
  const picksGrid = mode === "merge" || mode === "move";
  return {
    ...{ mode, title: `${own?.name ?? ""}：${modeTitles[mode]}`, isOne: mode === "move" },
    hamlets: (picksHamlets ? (own?.hamlets ?? []) : []).map((hamlet) => ({
      ...{ value: hamlet, title: hamlet, note: "", chosen: form.hamlets.includes(hamlet) },
    })),
    grids: land.grids
      .filter(({ id }) => picksGrid && id !== form.gridId)
      .map(({ id, name, hamlets }) => ({
        ...{ value: id, title: name, note: hamlets.join("、"), chosen: id === form.intoId },
      })),
    name: form.name,
    fields: (mode === "numbers" ? numberNames : []).map((name) => ({
      ...{ name, label: numberLabels[name], value: form.numbers[name] ?? "" },
    })),
    mayCount: mode === "numbers" && own?.source === "entered",
    action: { numbers: "存下来", merge: "合并", split: "分出来", move: "划过去" }[mode],
  };
}

/** A tap on a hamlet: one of them, or one more and one less. */
export function withHamlet(form: Form, hamlet: string): Form {
  if (form.mode === "move") return { ...form, hamlets: [hamlet] };
  const others = form.hamlets.filter((one) => one !== hamlet);
  return { ...form, hamlets: others.length < form.hamlets.length ? others : [...others, hamlet] };
}

/** What is still missing, as a request to the person. */
export function problemOf(land: Land, form: Form): string | undefined {
  const own = land.grids.find(({ id }) => id === form.gridId);
  if (form.mode === "numbers") {
    const wrong = numberNames.find((name) => !/^\d{1,6}$/.test(form.numbers[name] ?? ""));
    return wrong && `${numberLabels[wrong]}要填数字`;
  }
  const takes = form.mode === "split" || form.mode === "move";
  if (takes && form.hamlets.length === 0) return "请选自然村";
  if (takes && form.hamlets.length === own?.hamlets.length) {
    return "网格里至少要留一个自然村，要全部划走请用合并";
  }
  if (form.mode !== "split" && form.intoId === "") return "请选网格";
  return form.mode === "split" && form.name.trim() === "" ? "请写新网格的名字" : undefined;
}

/** What is read once more before it is done. */
export function questionOf(land: Land, form: Form): string {
  const nameOf = (id: string) => land.grids.find((grid) => grid.id === id)?.name ?? "";
  const own = nameOf(form.gridId);
  const along = "党员和他们今年的积分跟着走，往年的不变。两个网格的边界要重新画";
  if (form.mode === "merge") {
    return `${own}并入${nameOf(form.intoId)}。${along}，岗位认领也跟着走。`;
  }
  const hamlets = form.hamlets.join("、");
  if (form.mode === "split") return `${hamlets}从${own}分出来，叫${form.name.trim()}。${along}。`;
  return `${hamlets}从${own}划到${nameOf(form.intoId)}。${along}。`;
}

export function regroupInput(land: Land, form: Form): Api["regroup"]["input"] {
  const { regroupingId, gridId, intoId } = form;
  if (form.mode === "merge") return { kind: "merge", regroupingId, gridId, intoId };
  const [hamlet = ""] = form.hamlets;
  if (form.mode === "move") return { kind: "move", regroupingId, gridId, intoId, hamlet };
  const made = { ordinal: land.nextOrdinal, name: form.name.trim(), hamlets: [...form.hamlets] };
  return { kind: "split", regroupingId, gridId, ...made };
}

export function numbersInput({ gridId, numbers }: Form): Api["enterNumbers"]["input"] {
  const typed = (name: string) => Number(numbers[name]);
  return {
    gridId,
    numbers: {
      households: typed("households"),
      residents: typed("residents"),
      representatives: typed("representatives"),
      enterprises: typed("enterprises"),
      newResidents: typed("newResidents"),
    },
  };
}
