import { cx } from "@/components/ui/cx";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

/** How a button looks. */
export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; wide?: boolean };

/** The colours of each. */
export const variants: Record<ButtonVariant, string> = {
  primary: "bg-ink-fill text-on-ink border border-ink-fill hover:bg-ink-deep hover:border-ink-deep",
  secondary: "bg-sheet text-text border border-line hover:bg-sunken",
  quiet: "border border-transparent text-muted hover:bg-sunken hover:text-text",
  danger: "bg-sheet text-late border border-line hover:bg-late-soft",
};

const sizes: Record<ButtonSize, string> = {
  sm: "min-h-7 px-2.5 text-[0.8125rem] rounded-md gap-1.5",
  md: "min-h-[2.125rem] px-3.5 text-sm rounded-lg gap-2",
  lg: "min-h-12! px-5 text-base rounded-xl gap-2.5",
};

/** The classes of a button, for things that must look like one (a link, a summary). */
export function buttonClass({ variant = "secondary", size = "md", wide = false }: ButtonLook = {}): string {
  return cx(
    "inline-flex items-center justify-center font-medium text-center select-none transition-colors",
    "pointer-coarse:min-h-11 pointer-coarse:min-w-11",
    "disabled:opacity-55 disabled:cursor-default aria-disabled:opacity-55 aria-disabled:cursor-default",
    variants[variant],
    sizes[size],
    wide && "w-full",
  );
}
