/** Somebody whom WeChat knows by name; only that the windows read better. */
export type Contact = Readonly<{ openid: string; name: string }>;

/** A group chat. Without `members` everybody is in it. */
export type Group = Readonly<{ id: string; name: string; members?: readonly string[] }>;

/** A template of subscribe messages, as the account chose it from WeChat's library (公众平台 → 订阅消息). */
export type Template = Readonly<{
  id: string;
  title: string;
  /** How each value is called: `{thing1: "申报人"}`. A message has exactly these. */
  fields: Readonly<Record<string, string>>;
}>;

/** What is set up in WeChat and not by the Mini Program. */
export type Directory = Readonly<{
  nameOf(openid: string): string | undefined;
  contacts: readonly Contact[];
  groupsOf(openid: string): readonly Group[];
  /** The people to whom a card in that group is shown. @returns undefined for everybody */
  membersOf(groupId: string): readonly string[] | undefined;
  templates: readonly Template[];
}>;

export function openDirectory(
  contacts: readonly Contact[],
  groups: readonly Group[],
  templates: readonly Template[],
): Directory {
  const names = new Map(contacts.map(({ openid, name }) => [openid, name]));
  return {
    nameOf: (openid) => names.get(openid),
    contacts,
    groupsOf: (openid) => groups.filter(({ members }) => members?.includes(openid) ?? true),
    membersOf: (groupId) => groups.find(({ id }) => id === groupId)?.members,
    templates,
  };
}
