import { findMailSettings, type MailSettings, saveMailSettings } from "@/lib/data/member-settings";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";

/** What is asked for; what is not named stays as it was. */
type Wanted = Omit<MailSettings, "weeklyFrom" | "dailyFrom" | "dailyOn" | "dailyHour"> &
  Partial<Pick<MailSettings, "dailyOn" | "dailyHour">>;

/**
 * What a member wants to be mailed: their own to say. What is asked for now begins with the next turn, never with a past one.
 * The daily mail is the client's: it tells all that lies before them, and nobody else can ask for it.
 */
export async function changeMyMail(actor: Actor, wanted: Wanted, at: Date): Promise<Result<null>> {
  const { id: workspaceId } = actor.workspace;
  const userId = actor.userId as string;
  const changed = await writeAs(actor, "change-my-mail", { kind: "member", id: userId }, async (tx) => {
    const before = await findMailSettings(tx, workspaceId, userId);
    const { dailyOn, dailyHour } = before;
    const after = { dailyOn, dailyHour, ...wanted };
    if (actor.role !== "client") after.dailyOn = false;
    const isSame = (names: readonly (keyof typeof after)[]) =>
      names.every((name) => before[name] === after[name]);
    await saveMailSettings(tx, workspaceId, userId, {
      ...after,
      weeklyFrom: isSame(["weeklyOn", "weeklyWeekday", "weeklyHour", "zone"]) ? before.weeklyFrom : at,
      dailyFrom: isSame(["dailyOn", "dailyHour", "zone"]) ? before.dailyFrom : at,
    });
    return granted(null);
  });
  return changed.ok ? granted(null) : changed;
}
