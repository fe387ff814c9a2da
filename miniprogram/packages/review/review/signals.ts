import type { Api } from "../../../../core/api.ts";
import { dayText } from "../../../texts/days";
import type { Ready } from "./view";

type Reply = Api["getSignals"]["output"];

/** A photo beside the one that it looks like. */
export type LikeView = Readonly<{
  text: string;
  /** This submission's photo, and the other one; "" where it cannot be shown. */
  own: string;
  other: string;
  /** Where the other submission is read; "" where it is not for this reviewer. */
  url: string;
}>;

/** What may be worth a second look; nobody is accused, and the reviewer decides. */
export type Signals = Readonly<{
  some: boolean;
  photos: readonly LikeView[];
  notes: readonly string[];
}>;

export const noSignals: Signals = { some: false, photos: [], notes: [] };

export const signalsView = ({ photos, burst, mutual }: Reply, about: Ready): Signals => ({
  some: photos.length > 0 || burst !== undefined || mutual,
  photos: photos.map((photo) => likeView(photo, about)),
  notes: [
    ...(burst
      ? [
          `${burst.by}前后${burst.minutes}分钟里交了${burst.count}件。没有信号时攒着一起发，也会这样。`,
        ]
      : []),
    ...(mutual
      ? [
          `近来${about.member}的申报都是您审的，您的也都是${about.member}审的。有条件的话，可以请别的人来审。`,
        ]
      : []),
  ],
});

function likeView({ fileId, same, like }: Reply["photos"][number], { photos }: Ready): LikeView {
  const own = photos.findIndex((photo) => photo.fileId === fileId);
  const alike = same ? "一样" : "很像";
  const where = like
    ? `${like.member}${dayText(like.workedOn)}的“${like.rule}”里的一张`
    : "另一件申报里的一张";
  return {
    text: `第${own + 1}张照片和${where}${alike}`,
    own: photos[own]?.address ?? "",
    other: like?.address ?? "",
    url: like ? `/packages/review/review/index?submissionId=${like.submissionId}` : "",
  };
}
