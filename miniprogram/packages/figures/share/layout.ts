import type { Content } from "./content";

/** Something to draw; sizes in pixels of the picture. */
export type Mark =
  | Readonly<{ kind: "box"; x: number; y: number; width: number; height: number; fill: string }>
  | Readonly<{
      kind: "text";
      text: string;
      x: number;
      /** Of the line on which the letters stand. */
      y: number;
      size: number;
      bold: boolean;
      fill: string;
      align: "left" | "right" | "center";
    }>
  | Readonly<{ kind: "code"; x: number; y: number; side: number }>;

export type Layout = Readonly<{ width: number; height: number; marks: readonly Mark[] }>;

/** How wide a text is drawn. */
export type Measure = (text: string, size: number, bold: boolean) => number;

const width = 750;
const margin = 48;
const gap = 20;
const codeSide = 200;
const rowHeight = 92;
const headHeight = 236;
const rankRoom = 76;

const inks = { accent: "#b8282a", ink: "#26211d", quiet: "#5a524b", line: "#e8e2d8" } as const;

type Words = Readonly<{
  size: number;
  bold?: boolean;
  fill?: string;
  align?: "left" | "right" | "center";
}>;

const text = (said: string, x: number, y: number, words: Words): Mark => ({
  ...{ kind: "text", text: said, x, y, size: words.size, bold: words.bold ?? false },
  ...{ fill: words.fill ?? inks.ink, align: words.align ?? "left" },
});

/**
 * A board as a picture: title, period, the first lines, and a code that opens the whole. Names that do not
 * fit end in "…"; points never do.
 * @param hasCode without one the hint to scan is left out as well
 */
export function layOut(content: Content, hasCode: boolean, measure: Measure): Layout {
  const { title, period, totals, heading, rows, ending, hint } = content;
  const room = width - 2 * margin;
  const fitted = (said: string, size: number, bold = false, most = room) =>
    fit(said, most, (part) => measure(part, size, bold));
  const listTop = headHeight + 84;
  const listEnd = listTop + rows.length * rowHeight;
  const endingHeight = ending ? 72 : 32;
  const height = listEnd + endingHeight + (hasCode ? codeSide + margin : gap);
  const onAccent = { fill: "#ffffff" };
  return {
    ...{ width, height },
    marks: [
      { kind: "box", x: 0, y: 0, width, height, fill: "#ffffff" },
      { kind: "box", x: 0, y: 0, width, height: headHeight, fill: inks.accent },
      text(fitted(title, 52, true), margin, 88, { size: 52, bold: true, ...onAccent }),
      text(fitted(period, 36), margin, 146, { size: 36, ...onAccent }),
      text(fitted(totals, 30), margin, 200, { size: 30, ...onAccent }),
      text(fitted(heading, 30, true), margin, headHeight + 56, { size: 30, bold: true }),
      ...rows.flatMap((row, index) => rowMarks(row, listTop + index * rowHeight, measure)),
      ...(ending
        ? [text(fitted(ending, 26), margin, listEnd + 48, { size: 26, fill: inks.quiet })]
        : []),
      ...(hasCode
        ? codeMarks(listEnd + endingHeight, fitted(hint, 30, false, room - codeSide - gap))
        : []),
    ],
  };
}

function rowMarks(
  { rank, name, note, points }: Content["rows"][number],
  top: number,
  measure: Measure,
): Mark[] {
  const said = points ? `${points}分` : "";
  const left = margin + (rank ? rankRoom : 0);
  const room = width - margin - left - (said ? measure(said, 36, true) + gap : 0);
  return [
    { kind: "box", x: margin, y: top, width: width - 2 * margin, height: 1, fill: inks.line },
    ...(rank
      ? [
          text(rank, margin + rankRoom / 2 - gap / 2, top + 58, {
            size: 34,
            bold: true,
            fill: inks.accent,
            align: "center",
          }),
        ]
      : []),
    text(
      fit(name, room, (part) => measure(part, 34, false)),
      left,
      top + 44,
      { size: 34 },
    ),
    text(
      fit(note, room, (part) => measure(part, 24, false)),
      left,
      top + 78,
      { size: 24, fill: inks.quiet },
    ),
    ...(said
      ? [text(said, width - margin, top + 58, { size: 36, bold: true, align: "right" })]
      : []),
  ];
}

const codeMarks = (top: number, hint: string): Mark[] => [
  { kind: "code", x: margin, y: top, side: codeSide },
  text(hint, margin + codeSide + gap, top + codeSide / 2 + 10, { size: 30, fill: inks.quiet }),
];

/** As much of a text as there is room for; whole characters, so that none is drawn in half. */
export function fit(said: string, room: number, widthOf: (part: string) => number): string {
  if (widthOf(said) <= room) return said;
  const characters = [...said];
  while (characters.length > 0 && widthOf(`${characters.join("")}…`) > room) characters.pop();
  return `${characters.join("")}…`;
}
