import type { Api } from "../../core/api.ts";
import { signedPointsText } from "./points";

type Participant = Api["getSubmission"]["output"]["participants"][number];

/** What somebody who took part got, or why not, or what they say: "+2分", "没有记分：…", "说参加了". */
export function participantText({ answer, points, refused }: Participant): string {
  if (points !== undefined) return `${signedPointsText(points)}分`;
  if (refused) return `没有记分：${refused}`;
  return answers[answer];
}

const answers = {
  asked: "还没答复",
  yes: "说参加了",
  no: "说没有参加",
  attested: "审核的人证明参加了",
};
