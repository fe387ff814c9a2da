import type { Api } from "../../../core/api.ts";

/** Submissions as the village sends them; everybody here is invented. */

type Row = Api["listMySubmissions"]["output"]["rows"][number];
type Submission = Api["getSubmission"]["output"];

export const aRow = (fields: Partial<Row> = {}): Row => ({
  id: "s1",
  member: "张三",
  rule: "环境卫生",
  workedOn: "2014-03-05",
  text: "打扫了村口",
  photos: 2,
  status: "pending",
  part: "member",
  asked: false,
  ...fields,
});

export const mayNothing = {
  review: false,
  undo: false,
  withdraw: false,
  resubmit: false,
  answer: false,
};

export const aSubmission = (fields: Partial<Submission> = {}): Submission => ({
  id: "s1",
  memberId: "v-m1",
  member: "张三",
  branch: "第一党支部",
  ruleId: "cleanup",
  rule: "环境卫生",
  clause: "第二条",
  grades: [
    { id: "normal", title: "按要求完成一次", points: 200 },
    { id: "major", title: "为整治作出重大贡献", points: 350 },
  ],
  workedOn: "2014-03-05",
  submittedOn: "2014-03-06",
  text: "打扫了村口",
  photos: [],
  status: "pending",
  year: 2014,
  quantity: 1,
  unit: "",
  participants: [],
  part: "member",
  may: mayNothing,
  ...fields,
});
