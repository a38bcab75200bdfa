import {
  Cake,
  CalendarCheck,
  CalendarDays,
  Ellipsis,
  Handshake,
  HeartHandshake,
  type LucideIcon,
  Mail,
  Megaphone,
  ShieldCheck,
  UserPlus,
} from "lucide-react";
import { kindWords } from "@/components/tasks/words";
import { cx } from "@/components/ui/cx";
import type { TaskKind } from "@/lib/domain/task/task";

const looks: Record<TaskKind, { icon: LucideIcon; tint: string }> = {
  "personal-reply": { icon: Mail, tint: "bg-ink-soft text-ink" },
  birthday: { icon: Cake, tint: "bg-gold-soft text-gold" },
  "event-invite": { icon: CalendarDays, tint: "bg-gold-soft text-gold" },
  "follow-request": { icon: UserPlus, tint: "bg-plum-soft text-plum" },
  "keep-in-touch": { icon: HeartHandshake, tint: "bg-ink-soft text-ink" },
  "meeting-check": { icon: CalendarCheck, tint: "bg-ok-soft text-ok" },
  "scheduled-post": { icon: Megaphone, tint: "bg-sunken text-muted" },
  introduction: { icon: Handshake, tint: "bg-ink-soft text-ink" },
  "account-care": { icon: ShieldCheck, tint: "bg-sunken text-muted" },
  other: { icon: Ellipsis, tint: "bg-sunken text-muted" },
};

/** The kind of a task as a small tinted picture. `named` says it to screen readers too. */
export function KindIcon({
  kind,
  named = false,
  size = "md",
}: {
  kind: TaskKind;
  named?: boolean;
  size?: "sm" | "md";
}) {
  const { icon: Icon, tint } = looks[kind];
  return (
    <span
      title={kindWords[kind]}
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-lg",
        size === "sm" ? "size-5 rounded-md" : "size-7",
        tint,
      )}
    >
      <Icon aria-hidden="true" className={size === "sm" ? "size-3" : "size-4"} strokeWidth={1.75} />
      {named ? <span className="sr-only">{kindWords[kind]}</span> : null}
    </span>
  );
}
