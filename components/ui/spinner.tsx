import { LoaderCircle } from "lucide-react";
import { cx } from "@/components/ui/cx";

/** Something is under way. Give it a `label` where no words beside it say so. */
export function Spinner({ label }: { label?: string }) {
  return (
    <span role={label ? "status" : undefined} className="inline-flex">
      <LoaderCircle aria-hidden="true" className="size-4 motion-safe:animate-spin" />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}

/** A grey place where text will stand; size it with classes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cx("block motion-safe:animate-pulse rounded-md bg-sunken", className)}
    />
  );
}
