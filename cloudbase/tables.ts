import { readSheet } from "read-excel-file/universal";
import cloud from "wx-server-sdk";
import type { Table, Tables } from "../core/kernel/ports.ts";

/** 20,000 rows with all columns take some 1 MB as .xlsx and 3 MB as .csv. */
const bytesMost = 8 * 1024 * 1024;

/** Reading takes two to three times the unpacked bytes, and the function has 256 MB. */
const unpackedMost = 60 * 1024 * 1024;

/**
 * Spreadsheets from cloud storage: .xlsx (the first sheet) and .csv in UTF-8 or GB 18030, as Chinese
 * Excel writes it. Anything else, also an .xls of before 2007, cannot be read.
 */
export const tables: Tables = {
  async read(fileId) {
    try {
      const { fileContent } = await cloud.downloadFile({ fileID: fileId });
      if (fileContent.length > bytesMost) return "too_large";
      return isZip(fileContent) ? await fromExcel(fileContent) : fromText(fileContent);
    } catch (error) {
      console.error("tables", error instanceof Error ? error.message : error);
      return "unreadable";
    }
  },
};

const isZip = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 4) === "PK\u0003\u0004";

async function fromExcel(bytes: Buffer): Promise<Table | "too_large"> {
  if (unpackedSize(bytes) > unpackedMost) return "too_large";
  // A copy: a Buffer may be a window on memory that others share.
  const { buffer } = Uint8Array.from(bytes);
  // Numbers as they stand in the file: an ID number would lose its last digits as a number.
  const rows = await readSheet(buffer, { parseNumber: (digits: string) => digits });
  return rows.map((row) => row.map(textOfCell));
}

/** The typings say `typeof Date` where a date comes. */
function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return typeof cell === "string" ? cell.trim() : "";
}

const directoryEntry = 0x02014b50;

/** What the archive says that its files unpack to: read from its directory, before anything is unpacked. */
function unpackedSize(bytes: Buffer): number {
  let size = 0;
  for (
    let at = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0 && at + 46 <= bytes.length && bytes.readUInt32LE(at) === directoryEntry;
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  ) {
    size += bytes.readUInt32LE(at + 24);
  }
  return size;
}

/** @returns "unreadable" for what is no text, such as a picture or an .xls */
function fromText(bytes: Buffer): Table | "unreadable" {
  if (bytes.includes(0)) return "unreadable";
  return csvRows(decoded(bytes));
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

/** A field, bare or in quotes with doubled quotes inside, and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;

function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  field.lastIndex = 0;
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) throw new Error(`no table: a stray quote in line ${rows.length + 1}`);
    const [, quoted, bare = "", end] = found;
    row.push((quoted?.replaceAll('""', '"') ?? bare).trim());
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return row.length > 0 ? [...rows, [...row, ""]] : rows;
}
