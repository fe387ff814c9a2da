import { addDays, type LocalDate } from "../../core/kernel/time.ts";
import type { Ask } from "./ask.ts";
import { demoMember, founder, people, secretaryOf, villageId, villagerOpenid } from "./village.ts";
import { morning } from "./year.ts";

/** Three stories that the village reads, one that waits for the committee, and a nomination; all invented. */
export async function tell(ask: Ask, today: LocalDate): Promise<void> {
  const writer = secretaryOf(demoMember.branch);
  for (const [index, story] of stories.entries()) {
    const storyId = `demo-story-${index + 1}`;
    const on = addDays(today, -10 * (stories.length - index));
    const at = morning(on);
    const consent = { how: "本人口头同意，网格员在场（示例）", on };
    const draft = { storyId, revision: 0, ...story, media: { kind: "none" as const } };
    await ask(writer, "saveStory", { ...draft, consent, peopleChecked: true }, at);
    await ask(writer, "handInStory", { storyId, revision: 1 }, at);
    if (index === stories.length - 1) break; // the newest one waits
    await ask(founder, "publishStory", { storyId, revision: 1 }, morning(addDays(on, 1)));
  }
  await ask(
    { openid: villagerOpenid },
    "nominate",
    {
      ...{ nominationId: "demo-nomination", villageId, name: demoMember.name },
      text: "下大雨那晚她挨家提醒收衣服关窗。第二天又来问有没有漏水。（示例）",
    },
    morning(today),
  );
}

const about = (index: number) =>
  ({ kind: "member", memberId: people[index]?.memberId ?? "" }) as const;

const stories = [
  {
    kind: "memberStory",
    title: "桥头的路灯（示例）",
    text: "桥头的路灯坏了三天。他下班路过，自己搬来梯子看了看，线头松了。\n\n他没有声张，报了修，又守在桥头等电工来，提醒过桥的人慢些走。灯亮起来的时候，天已经黑透了。",
    about: about(30),
  },
  {
    kind: "family",
    title: "一家三代扫门前（示例）",
    text: "每个星期六早上，这家的老人、儿子和孙女一起扫门前的路。\n\n起先只扫自家门口，后来对门的也拿了扫帚出来。现在这条弄堂，谁家也不好意思往外丢东西了。",
    about: { kind: "other", name: "示例人家", gridId: "" },
  },
  {
    kind: "talent",
    title: "会修农机的老把式（示例）",
    text: "谁家的插秧机趴了窝，都来找他。零件钱照算，工夫不要钱。\n\n他说，机器停一天，秧就晚一天。",
    about: about(40),
  },
  {
    kind: "memberStory",
    title: "劝和的人（示例）",
    text: "两家为了一棵树吵了半个月。她两边各坐了一个晚上，第三天，树还在，话也说开了。",
    about: about(50),
  },
] as const;
