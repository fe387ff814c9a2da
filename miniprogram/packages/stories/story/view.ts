import type { Api } from "../../../../core/api.ts";
import { dayText, fullDayText } from "../../../texts/days";
import { together } from "../../../texts/together";
import { kindText, type Tag, tagOf } from "../kinds";

type Reply = Api["getStory"]["output"];
type Inside = NonNullable<Reply["inside"]>;

/** A picture as it is shown; `note` says to its writer why nobody else sees it yet. */
export type Picture = Readonly<{ src: string; label: string; note: string }>;

export type Fact = Readonly<{ name: string; value: string }>;

export type Ready = Readonly<{
  kind: "ready";
  title: string;
  about: string;
  text: string;
  pictures: readonly Picture[];
  /** `src` is "" while the film is not for this person's eyes. */
  film: Readonly<{ src: string; cover: string; label: string }> | undefined;
  /** How it stands; left out for a published one read by somebody else. */
  tag: Tag | undefined;
  /** What its writer or the committee should know. */
  told: string;
  facts: readonly Fact[];
  /** What has to be looked at before it may be published; "" for nothing. */
  lookAt: string;
  mayDecide: boolean;
  mayEdit: boolean;
  maySendAgain: boolean;
  withdraw: string;
  mayShare: boolean;
  revision: number;
}>;

export function toView(reply: Reply): Ready {
  const { inside, status, part, may, video } = reply;
  const isPublished = status === "published";
  return {
    kind: "ready",
    title: reply.title || (status === "withdrawn" ? "已经撤下的一篇" : "还没有题目"),
    about: together(
      kindText(reply.kind),
      reply.name,
      reply.publishedOn && fullDayText(reply.publishedOn),
    ),
    text: reply.text,
    pictures: picturesOf(reply),
    film: video && {
      ...{ src: video.address, cover: video.cover },
      label: `视频，${Math.round(video.seconds)}秒`,
    },
    tag: isPublished && part === "none" ? undefined : tagOf({ status, stage: stageOf(reply) }),
    told: toldText(reply),
    facts: inside ? factsOf(inside, part === "committee" || inside.readers !== undefined) : [],
    lookAt: may.decide && inside?.lookAt ? lookAtText(reply) : "",
    mayDecide: may.decide,
    mayEdit: may.edit,
    maySendAgain:
      status === "handedIn" && (inside?.files.some(({ state }) => state === "unasked") ?? false),
    withdraw: withdrawText(reply),
    mayShare: isPublished,
    revision: inside?.revision ?? 0,
  };
}

const stageOf = ({ inside }: Reply): Inside["stage"] => inside?.stage ?? "ready";

function picturesOf({ photos, inside, video }: Reply): Picture[] {
  const files = inside?.files ?? [];
  if (video) {
    const cover = files.find(({ state }) => state !== "film");
    return cover && cover.state !== "pass"
      ? [{ src: cover.address, label: "视频的封面", note: noteOf(cover.state) }]
      : [];
  }
  return photos.map((src, index) => ({
    src,
    label: `第${index + 1}张照片`,
    note: noteOf(files.find(({ address }) => address === src)?.state ?? "pass"),
  }));
}

function noteOf(state: Inside["files"][number]["state"]): string {
  if (state === "risky") return "这张不能公开，只有您看得到。请点“改一改”拿掉它。";
  if (state === "unasked") return "这张还没送去检查，只有您看得到。";
  return state === "waiting" ? "这张在检查，现在只有您看得到。" : "";
}

/** What its writer, whom it is about, or the committee should know. */
function toldText(reply: Reply): string {
  const { status, part, inside } = reply;
  if (status === "returned" && inside?.reason) return `退回原因：${inside.reason}`;
  if (status === "withdrawn") return "文字、名字和照片都删掉了，只留下有过这一篇的记录。";
  if (status !== "handedIn") return "";
  if (part === "subject") return `有人写了您，党委看过才发布。您不愿意，现在就可以撤下。`;
  if (inside && inside.hidden > 0) return `还有${inside.hidden}张照片在检查，没有给您看。`;
  return inside?.hindrance ? `${inside.hindrance}。` : "";
}

const lookAtText = ({ video }: Reply): string =>
  video ? "视频我从头到尾看过，可以公开" : "有照片微信拿不准，我仔细看过，可以公开";

/** @param forCommittee readers and who wrote it are for the committee */
function factsOf(inside: Inside, forCommittee: boolean): Fact[] {
  const { consent, writer, peopleChecked, readers } = inside;
  const facts: Fact[] = [
    { name: "写的人", value: writer },
    {
      name: "本人同意",
      value: consent.on === "" ? "" : `${dayText(consent.on)}，${consent.how}`,
    },
    { name: "孩子和病人", value: peopleChecked ? "写的人看过，没有" : "" },
    {
      name: "读过的人",
      value: forCommittee && readers !== undefined ? `${readers}位` : "",
    },
  ];
  return facts.filter(({ value }) => value !== "");
}

/** What the button that takes it back says; "" when this person may not. */
function withdrawText({ may, part, status }: Reply): string {
  if (!may.withdraw) return "";
  if (part === "subject") return "我不同意了，撤下";
  return status === "published" ? "撤下这一篇" : "不要这一篇了";
}
