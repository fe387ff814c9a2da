import type * as Docx from "docx";
import type { WallSheet, WallSheets } from "../core/kernel/ports.ts";

/** Sheets for the wall as Word documents, which phones, printers and copy shops all open. */
export const wallSheets: WallSheets = { document };

/** A3 upright in twentieths of a point: 297 by 420 millimetres. */
const paper = { width: 16_838, height: 23_811, margin: 1_134 } as const;

/** Millimetres across, at the 96 dots an inch that docx counts pixels by: a camera reads it at arm's length. */
const codePixels = 132;

/** Half points, as Word counts the size of type; read from a step away. */
const sizes = { title: 72, line: 32, head: 30, cell: 30, foot: 24 } as const;

/** Fonts by name: the first for Latin letters and digits, the second for Chinese. */
const font = { ascii: "Arial", hAnsi: "Arial", eastAsia: "SimHei" } as const;

const ruleColour = "8C8177";

/**
 * One table whose head stands on every sheet and whose rows never break. docx weighs a megabyte and is
 * loaded by whoever prints, so that nobody else waits for it.
 */
async function document(sheet: WallSheet): Promise<string> {
  const docx = await import("docx");
  const { width, height, margin } = paper;
  const written = new docx.Document({
    title: sheet.title,
    creator: "一本通",
    styles: { default: { document: { run: { font } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width, height },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: pageNumbers(docx, sheet) },
        children: [...heading(docx, sheet), table(docx, sheet), ...ending(docx, sheet)],
      },
    ],
  });
  return docx.Packer.toBase64String(written);
}

type Library = typeof Docx;

function heading({ Paragraph, TextRun, AlignmentType }: Library, { title, lines }: WallSheet) {
  const line = (text: string, size: number, bold: boolean) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 120 },
      children: [new TextRun({ text, size, bold })],
    });
  return [line(title, sizes.title, true), ...lines.map((text) => line(text, sizes.line, false))];
}

function table(docx: Library, { columns, rows }: WallSheet): Docx.Table {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const room = paper.width - 2 * paper.margin;
  const widths = columns.map(({ share }) => Math.floor((room * share) / whole));
  const row = (cells: readonly string[], isHead: boolean) =>
    new docx.TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map(({ isNumber }, index) =>
        cell(docx, cells[index] ?? "", {
          ...{ isHead, isNumber: isNumber ?? false, width: widths[index] ?? 0 },
        }),
      ),
    });
  const head = row(
    columns.map(({ title }) => title),
    true,
  );
  return new docx.Table({
    width: { size: room, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    rows: [head, ...rows.map((cells) => row(cells, false))],
  });
}

type Cell = Readonly<{ isHead: boolean; isNumber: boolean; width: number }>;

function cell(docx: Library, text: string, { isHead, isNumber, width }: Cell): Docx.TableCell {
  const border = { style: docx.BorderStyle.SINGLE, size: 4, color: ruleColour };
  const { RIGHT, LEFT } = docx.AlignmentType;
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    verticalAlign: docx.VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 120, right: 120 },
    borders: { top: border, bottom: border, left: border, right: border },
    ...(isHead ? { shading: { fill: "F0ECE5" } } : {}),
    children: [
      new docx.Paragraph({
        alignment: isNumber ? RIGHT : LEFT,
        children: [
          new docx.TextRun({ text, bold: isHead, size: isHead ? sizes.head : sizes.cell }),
        ],
      }),
    ],
  });
}

/** What vouches for the list, kept together on one sheet. */
function ending({ Paragraph, TextRun, ImageRun }: Library, { footer, code }: WallSheet) {
  const lines = footer.map(
    (text, index) =>
      new Paragraph({
        keepNext: code !== undefined || index < footer.length - 1,
        spacing: { before: index === 0 ? 360 : 80 },
        children: [new TextRun({ text, size: sizes.foot })],
      }),
  );
  if (!code) return lines;
  const picture = new ImageRun({
    type: code.contentType === "image/png" ? "png" : "jpg",
    data: Buffer.from(code.base64, "base64"),
    transformation: { width: codePixels, height: codePixels },
    altText: { name: "小程序码", title: "小程序码", description: "扫一扫打开这份公示" },
  });
  return [...lines, new Paragraph({ spacing: { before: 160 }, children: [picture] })];
}

/** A sheet that comes off the wall still says which list it belongs to. */
function pageNumbers(docx: Library, { title }: WallSheet): Docx.Footer {
  const { CURRENT, TOTAL_PAGES } = docx.PageNumber;
  const children = [`${title}　第`, CURRENT, "张，共", TOTAL_PAGES, "张"];
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: [new docx.TextRun({ children, size: sizes.foot })],
      }),
    ],
  });
}
