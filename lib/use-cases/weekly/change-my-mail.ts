import { findMailSettings, type MailSettings, saveMailSettings } from "@/lib/data/member-settings";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";

/** What a member wants to be mailed: their own to say. What is asked for now begins with the next turn, never with a past one. */
export async function changeMyMail(
  actor: Actor,
  wanted: Omit<MailSettings, "weeklyFrom">,
  at: Date,
): Promise<Result<null>> {
  const { id: workspaceId } = actor.workspace;
  const userId = actor.userId as string;
  const changed = await writeAs(actor, "change-my-mail", { kind: "member", id: userId }, async (tx) => {
    const { weeklyFrom, ...before } = await findMailSettings(tx, workspaceId, userId);
    const isSameHour = (["weeklyOn", "weeklyWeekday", "weeklyHour", "zone"] as const).every(
      (name) => before[name] === wanted[name],
    );
    await saveMailSettings(tx, workspaceId, userId, { ...wanted, weeklyFrom: isSameHour ? weeklyFrom : at });
    return granted(null);
  });
  return changed.ok ? granted(null) : changed;
}
