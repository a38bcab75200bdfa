import { asSuperuser } from "../superuser";
import { appleInvite } from "./apple";
import type { Asked } from "./asked";

/** A series as Apple's Calendar sends it, with days of it in the same message. */
export function withDays(series: Asked, ...days: (Partial<Asked> & { recurrenceId: string })[]): string {
  const blocks = days.map((day) => {
    const text = appleInvite({ ...series, rule: undefined, ...day });
    return text.slice(text.indexOf("BEGIN:VEVENT"), text.indexOf("END:VCALENDAR"));
  });
  return appleInvite(series).replace("END:VCALENDAR\r\n", `${blocks.join("")}END:VCALENDAR\r\n`);
}

/** Every entry of a series that is on the desk: which day it stands for, how it was answered, whether over kept time on Mira's word. */
export function rowsOf(uid: string) {
  return asSuperuser<{ day: string; answer: string; over: boolean; status: string }>(
    `SELECT recurrence_id AS day, answer, over_protected AS over, status FROM events
     WHERE uid = $1 AND removed_at IS NULL ORDER BY recurrence_id`,
    [uid],
  );
}
