import type { Api } from "../../../../core/api.ts";
import { dayText, fullDayText } from "../../../texts/days";
import { pointsText, signedPointsText } from "../../../texts/points";
import { together } from "../../../texts/together";
import { type StatusView, statusView } from "../status";

type Reply = Api["getPublication"]["output"];
type Row = Reply["rows"][number];

export type RowView = Readonly<{
  order: number;
  /** Its rank, or its place where the village does not rank. */
  place: string;
  name: string;
  note: string;
  points: string;
  /** What is read out. */
  label: string;
}>;

export type Ready = StatusView &
  Readonly<{
    kind: "ready";
    id: string;
    title: string;
    open: boolean;
    /** For the committee: the list as a document for the wall. */
    mayPrint: boolean;
    days: string;
    until: string;
    members: string;
    points: string;
    /** "优秀12人", one for each band that somebody reached. */
    bands: readonly string[];
    unranked: boolean;
    own?: RowView;
    rows: readonly RowView[];
    more: boolean;
    root: string;
    /** In groups that can be read aloud and compared by eye. */
    rootStart: string;
  }>;

/** @param rows all rows that have been asked for so far */
export const toView = (reply: Reply, rows: Reply["rows"]): Ready => ({
  ...statusView(reply, reply.today),
  kind: "ready",
  id: reply.id,
  title: reply.title,
  open: reply.status === "open",
  mayPrint: reply.mayPrint ?? false,
  days: daysText(reply),
  until:
    reply.status === "open"
      ? `${dayText(reply.publishedOn)}公示，到${dayText(reply.objectionsUntil)}可以提异议。`
      : `${fullDayText(reply.publishedOn)}公示，${dayText(reply.objectionsUntil)}公示期满。`,
  members: String(reply.members),
  points: pointsText(reply.points),
  bands: reply.bands.map(({ title, members }) => `${title}${members}人`),
  unranked: !reply.ranked,
  ...(reply.own ? { own: rowView(reply.own) } : {}),
  rows: rows.map(rowView),
  more: reply.more,
  root: reply.root,
  rootStart: grouped(reply.root.slice(0, rootShown)),
});

/** The title says the year; a points year that begins in the one before needs both. */
function daysText({ from, until }: Reply): string {
  const text = from.slice(0, 4) === until.slice(0, 4) ? dayText : fullDayText;
  return `${text(from)}到${text(until)}`;
}

/** Enough of the root that nobody finds another list with the same. */
const rootShown = 16;

const grouped = (digits: string): string => digits.replace(/(.{4})(?=.)/g, "$1 ");

function rowView({ order, rank, name, branch, grid, points, score, band = "" }: Row): RowView {
  const place = String(rank ?? order);
  const gained = score === points ? "" : `本期${signedPointsText(points)}`;
  const result = `${pointsText(score)}分${band ? `，${band}` : ""}`;
  return {
    ...{ order, place, name, points: pointsText(score) },
    note: together(band, gained, branch, grid),
    label: `${name}，${result}`,
  };
}
