import type { Database } from "../kernel/database.ts";
import type { Notices } from "../kernel/ports.ts";
import type { Instant } from "../kernel/time.ts";
import { tell } from "../members/tell.ts";
import type { Story } from "./story.ts";

/** What the committee decided; the title is the writer's own. */
export const tellWriter = (
  ports: Readonly<{ db: Database; notices: Notices }>,
  { id, writer, title }: Story,
  status: string,
  at: Instant,
): Promise<void> =>
  tell(
    ports,
    { id: writer.id },
    { kind: "decided", page: `packages/stories/story/index?storyId=${id}`, title, status, at },
  );
