import { operation } from "../kernel/operation.ts";
import { sceneMost } from "../kernel/ports.ts";
import { refuse } from "../kernel/refusal.ts";
import { villageById } from "../villages/village.ts";
import { PrintPublicationInput, PrintPublicationOutput } from "./contract.ts";
import { isPublished, publications } from "./publication.ts";
import { rowsOf } from "./publishPeriod.ts";
import { wallSheetOf } from "./wallSheet.ts";

/** As in app.json. */
const publicationPage = "packages/publications/publication/index";
const listPage = "packages/publications/list/index";

/**
 * A publication as a document in A3 for the wall of the village. It goes out in the answer itself (two
 * thousand rows are a hundred kilobytes), so that no file has to be kept, found again or thrown away.
 */
export const printPublication = operation({
  name: "printPublication",
  who: ["committee"],
  input: PrintPublicationInput,
  output: PrintPublicationOutput,
  async run({ caller, input: { publicationId }, db, pageCodes, wallSheets }) {
    const publication = (await db.get(publications, publicationId)) ?? refuse("not_found");
    const { villageId, title } = publication;
    if (!isPublished(publication) || villageId !== caller.villageId) refuse("not_found");
    const [village, rows, code] = await Promise.all([
      villageById(db, villageId),
      rowsOf(db, publicationId),
      // A village's long name may leave no room for the period: then the code opens all its lists.
      publicationId.length <= sceneMost
        ? pageCodes.of(publicationPage, publicationId)
        : pageCodes.of(listPage, villageId),
    ]);
    const sheet = wallSheetOf(village.name, publication, rows, code);
    return {
      document: await wallSheets.document(sheet),
      fileName: `${village.name}${title}积分公示.docx`,
    };
  },
});
