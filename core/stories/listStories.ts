import { operation } from "../kernel/operation.ts";
import { cutPage, pageLimit } from "../kernel/paging.ts";
import { localDate } from "../kernel/time.ts";
import { ListStoriesInput, ListStoriesOutput } from "./contract.ts";
import { picturesOf } from "./decide.ts";
import { publishedStories } from "./story.ts";

/** How much of the text a list shows. */
const excerptMost = 60;

/** What the village has published, the newest first, for everybody. */
export const listStories = operation({
  name: "listStories",
  who: "anyone",
  input: ListStoriesInput,
  output: ListStoriesOutput,
  async run({ input: { villageId, kind, skip }, db, files }) {
    const found = await db.find(publishedStories, {
      where: { villageId, status: "published", ...(kind ? { kind } : {}) },
      orderBy: [["publishedAt", "desc"]],
      skip,
      limit: pageLimit,
    });
    const { rows, more } = cutPage(found);
    const covers = rows.map(({ media }) => picturesOf(media)[0] ?? "");
    const wanted = covers.filter((fileId) => fileId !== "");
    const addresses = await files.addresses(wanted);
    const addressOf = new Map(wanted.map((fileId, index) => [fileId, addresses[index]]));
    return {
      rows: rows.map((story, index) => ({
        ...{ id: story.id, kind: story.kind, title: story.title, name: story.about.name },
        excerpt: story.text.slice(0, excerptMost),
        publishedOn: localDate(story.publishedAt),
        cover: addressOf.get(covers[index] ?? "") ?? "",
        seconds: story.media.kind === "video" ? story.media.seconds : 0,
      })),
      more,
    };
  },
});
