import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

const tones = {
  plain: "bg-sunken/60 text-muted",
  ok: "bg-ok-soft text-ok",
  late: "bg-late-soft text-late",
  gold: "bg-gold-soft text-gold",
  ink: "bg-ink-soft text-ink",
} as const;

/** A sentence or two that belong to what stands beside them. `role="alert"` for what must be read out at once. */
export function Notice({
  tone = "plain",
  role,
  icon,
  children,
}: {
  tone?: keyof typeof tones;
  role?: "status" | "alert" | "note";
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div role={role} className={cx("flex gap-2.5 rounded-lg px-3 py-2.5 text-[0.8125rem]", tones[tone])}>
      {icon}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
