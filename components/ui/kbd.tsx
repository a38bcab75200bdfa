import { cx } from "@/components/ui/cx";

/** A key, shown where it works. Hidden on touch screens, which have none. */
export function Kbd({ children, onFill = false }: { children: string; onFill?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-block min-w-5 rounded-sm border px-1 text-center font-sans text-2xs leading-4 font-medium pointer-coarse:hidden",
        onFill ? "border-white/40 text-white" : "border-line bg-paper text-muted",
      )}
    >
      {children}
    </span>
  );
}
