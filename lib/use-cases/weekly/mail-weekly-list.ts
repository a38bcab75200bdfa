import { writeWeeklyLetter } from "@/lib/adapters/mail/weekly-letter";
import { isStillMember, type MailWish, noteSent } from "@/lib/data/member-settings";
import { putInOutbox } from "@/lib/data/outbox";
import { writeAs } from "@/lib/data/transaction";
import { takeWeeklyNotes } from "@/lib/data/weekly-notes";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { isEmpty, toldOfBy, type WeeklyList } from "@/lib/domain/weekly/view";
import { weeklyKey } from "@/lib/domain/weekly/when-due";

/**
 * Mails one reader the list of `day`, once whoever asks and however often: the mail and the note that it was sent are written
 * together. An empty list is noted too and sends nothing. What assistants wrote on top goes with the client's.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function mailWeeklyList(
  system: Actor,
  reader: Pick<MailWish, "userId" | "email" | "role">,
  list: WeeklyList,
  day: string,
  origin: string,
): Promise<Result<"sent" | "empty" | "already">> {
  const workspaceId = system.workspace.id;
  const mailed = await writeAs(
    system,
    "mail-weekly-list",
    { kind: "member", id: reader.userId },
    async (tx) => {
      if (!(await isStillMember(tx, workspaceId, reader.userId))) return granted("already" as const);
      if (!(await noteSent(tx, workspaceId, reader.userId, weeklyKey(day))))
        return granted("already" as const);
      if (isEmpty(list)) return granted("empty" as const);
      const slug = system.workspace.slug;
      const letter = writeWeeklyLetter(list, { workspaceId, slug, to: reader.email, origin });
      await putInOutbox(tx, letter, { reader: reader.userId, about: toldOfBy(list) });
      if (reader.role === "client") await takeWeeklyNotes(tx, workspaceId, list.notes, day);
      return granted("sent" as const);
    },
  );
  return mailed.ok ? granted(mailed.value.value) : mailed;
}
