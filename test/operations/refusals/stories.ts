import type { Reply } from "../../../core/app.ts";
import { leaveAt, upload, verdictsCome } from "../../support/pictures.ts";
import { makeVillage, today, type Village } from "../../support/village.ts";
import type { Cases } from "./cases.ts";

/** Stories that are not complete, not looked at, or decided already; nominations too many or closed. */

let village: Village;

const story = (storyId: string, more: object = {}) => ({
  ...{ storyId, revision: 0, kind: "talent" as const, title: "老手艺", text: "他做了一辈子竹器。" },
  media: { kind: "none" as const },
  about: { kind: "other" as const, name: "李师傅" },
  consent: { how: "当面说好的", on: today },
  peopleChecked: true,
  ...more,
});

const lacking = {
  untitled: { title: "" },
  nameless: { about: { kind: "other" as const, name: "" } },
  unasked: { consent: { how: "", on: "" as const } },
};

const handIn = (storyId: string): Promise<Reply> =>
  village.raw("anna", "handInStory", { storyId, revision: 1 });
const publish = (name: string, storyId: string): Promise<Reply> =>
  village.raw(name, "publishStory", { storyId, revision: 1 });
const nominate = (nominationId: string): Promise<Reply> =>
  village.raw("villager", "nominate", {
    ...{ nominationId, villageId: "told", name: "王阿姨", text: "她天天扫楼道。" },
  });
const close = (name: string): Promise<Reply> =>
  village.raw(name, "closeNomination", { nominationId: "one", outcome: "noted" });

export const stories: Cases<
  | "title_missing"
  | "story_person_missing"
  | "story_consent_missing"
  | "story_people_unchecked"
  | "story_closed"
  | "story_decided"
  | "photos_unchecked"
  | "media_unseen"
  | "too_many_nominations"
  | "nomination_closed"
> = {
  async scene(cloud) {
    village = await makeVillage(cloud, "told");
    const { ask } = village;
    const photo = async (storyId: string) => {
      const fileId = await upload(cloud.cloud, `stories/${storyId}/one.jpg`);
      return { media: { kind: "photos" as const, fileIds: [fileId] } };
    };
    for (const [storyId, lack] of Object.entries(lacking)) {
      await ask("anna", "saveStory", story(storyId, lack));
    }
    await ask(
      "anna",
      "saveStory",
      story("faces", { ...(await photo("faces")), peopleChecked: false }),
    );
    for (const storyId of ["waits", "unsure"]) {
      await ask("anna", "saveStory", story(storyId, await photo(storyId)));
      await handIn(storyId);
    }
    await verdictsCome(cloud.cloud);
    await leaveAt(cloud.cloud, "waits", "waiting");
    await leaveAt(cloud.cloud, "unsure", "unclear");
    await ask("anna", "saveStory", story("known"));
    await handIn("known");
    await publish("founder", "known");
    for (const nominationId of ["one", "two", "three", "four"]) {
      await nominate(nominationId);
      if (nominationId === "one") await close("founder");
    }
  },
  provoke: {
    title_missing: () => handIn("untitled"),
    story_person_missing: () => handIn("nameless"),
    story_consent_missing: () => handIn("unasked"),
    story_people_unchecked: () => handIn("faces"),
    story_closed: () => village.raw("anna", "saveStory", story("known", { revision: 1 })),
    story_decided: () => publish("deputy", "known"),
    photos_unchecked: () => publish("founder", "waits"),
    media_unseen: () => publish("founder", "unsure"),
    too_many_nominations: () => nominate("five"),
    nomination_closed: () => close("deputy"),
  },
};
