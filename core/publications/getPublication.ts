import type * as z from "zod";
import { type Caller, operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { refuse } from "../kernel/refusal.ts";
import { localDate } from "../kernel/time.ts";
import { GetPublicationInput, GetPublicationOutput } from "./contract.ts";
import { type PublicationRow, publicationRows, rowId } from "./list.ts";
import { headingOf } from "./listPublications.ts";
import { isPublished, type Published, publications } from "./publication.ts";

/** A published list, page by page or by name; a member also finds the own row. */
export const getPublication = operation({
  name: "getPublication",
  who: "anyone",
  input: GetPublicationInput,
  output: GetPublicationOutput,
  async run({ caller, input: { publicationId, skip, search }, at, db }) {
    const today = localDate(at);
    const publication = (await db.get(publications, publicationId)) ?? refuse("not_found");
    if (!isPublished(publication)) refuse("not_found");
    const [found, own] = await Promise.all([
      db.find(publicationRows, {
        where: { publicationId, ...(search ? { pieces: { contains: search } } : {}) },
        orderBy: [["order", "asc"]],
        skip,
        limit: pageLimit,
      }),
      caller.id ? db.get(publicationRows, rowId(publicationId, caller.id)) : undefined,
    ]);
    const { rows, more } = cutPage(found);
    return {
      ...headingOf(publication, today),
      ...{ today, root: publication.root, ranked: publication.ranked },
      bands: [...publication.bands],
      ...(caller.id !== undefined && prints(caller, publication) ? { mayPrint: true } : {}),
      ...(own ? { own: shownRow(own) } : {}),
      rows: rows.map(shownRow),
      more,
    };
  },
});

/** Those whom `printPublication` does not refuse. */
const prints = ({ villageId, roles }: Caller, publication: Published): boolean =>
  villageId === publication.villageId && roles.includes("committee");

type Row = z.input<typeof GetPublicationOutput>["rows"][number];

const shownRow = ({
  order,
  rank,
  name,
  branch,
  grid,
  points,
  score,
  band,
}: PublicationRow): Row => ({
  ...{ order, name, branch, grid, points, score },
  ...(rank === undefined ? {} : { rank }),
  ...(band === undefined ? {} : { band }),
});
