import type { Tx } from "@/lib/data/client";
import { appDatabase } from "@/lib/data/client";
import type { Role } from "@/lib/domain/actor";

/** What a member wants to be mailed. `zone` null is the desk's; `whisperHours` null is off; `weeklyFrom` and `dailyFrom` when it was asked for so. */
export type MailSettings = {
  zone: string | null;
  weeklyOn: boolean;
  weeklyWeekday: number;
  weeklyHour: number;
  weeklyDays: number;
  weeklyFrom: Date | null;
  whisperHours: number | null;
  /** The client's alone: for anybody else it is off, whatever stands here. */
  dailyOn: boolean;
  dailyHour: number;
  dailyFrom: Date | null;
};

/** What holds as long as nobody said anything. */
const unsaid: MailSettings = {
  zone: null,
  weeklyOn: false,
  weeklyWeekday: 1,
  weeklyHour: 8,
  weeklyDays: 14,
  weeklyFrom: null,
  whisperHours: null,
  dailyOn: false,
  dailyHour: 7,
  dailyFrom: null,
};

/** One member's own settings; nobody else's can be read. */
export async function findMailSettings(tx: Tx, workspaceId: string, userId: string): Promise<MailSettings> {
  const found = await tx.memberSettings.findFirst({
    where: { workspaceId, userId },
    omit: { workspaceId: true, userId: true },
  });
  return found ?? unsaid;
}

/** Writes them down; the database refuses anybody else's. */
export async function saveMailSettings(
  tx: Tx,
  workspaceId: string,
  userId: string,
  settings: MailSettings,
): Promise<void> {
  const changed = await tx.memberSettings.updateMany({ where: { workspaceId, userId }, data: settings });
  if (changed.count === 0)
    await tx.memberSettings.createMany({ data: [{ workspaceId, userId, ...settings }] });
}

/** A member who wants something mailed, as a background job meets them. `zone` is their own, or the desk's. */
export type MailWish = MailSettings & {
  workspace: { id: string; slug: string; zone: string };
  clientName: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  zone: string;
  /** The keys of their last weekly list, and of their last daily mail. */
  lastWeekly: string | null;
  lastDaily: string | null;
};

/** Everybody who wants something mailed, for whoever holds the jobs' secret; an error for anybody else. */
export async function listMailWishes(secret: string): Promise<MailWish[]> {
  type Row = Omit<MailWish, "workspace" | "zone"> & {
    workspaceId: string;
    slug: string;
    deskZone: string;
    readerZone: string | null;
  };
  const rows = await appDatabase().$queryRaw<Row[]>`
    SELECT workspace_id AS "workspaceId", slug, zone AS "deskZone", client_name AS "clientName", user_id AS "userId", name, email, role,
      reader_zone AS "readerZone", weekly_on AS "weeklyOn", weekly_weekday AS "weeklyWeekday", weekly_hour AS "weeklyHour",
      weekly_days AS "weeklyDays", weekly_from AS "weeklyFrom", whisper_hours AS "whisperHours",
      daily_on AS "dailyOn", daily_hour AS "dailyHour", daily_from AS "dailyFrom", last_weekly AS "lastWeekly", last_daily AS "lastDaily"
    FROM fence.mail_wishes(${secret}) ORDER BY workspace_id, user_id`;
  return rows.map(({ workspaceId, slug, deskZone, readerZone, ...rest }) => ({
    ...rest,
    workspace: { id: workspaceId, slug, zone: deskZone },
    zone: readerZone ?? deskZone,
  }));
}

/** Writes down that somebody was mailed `key`. False: they were already, and must not be again. */
export async function noteSent(tx: Tx, workspaceId: string, userId: string, key: string): Promise<boolean> {
  const noted = await tx.sentNotice.createMany({
    data: [{ workspaceId, userId, key }],
    skipDuplicates: true,
  });
  return noted.count === 1;
}

/** Whether somebody belongs to the desk at this moment. */
export async function isStillMember(tx: Tx, workspaceId: string, userId: string): Promise<boolean> {
  return (await tx.membership.count({ where: { workspaceId, userId, endedAt: null } })) === 1;
}

/** The address that somebody of this desk signs in with; null for anybody else. */
export async function findAddress(tx: Tx, userId: string): Promise<string | null> {
  const user = await tx.user.findFirst({ where: { id: userId }, select: { email: true } });
  return user?.email ?? null;
}
