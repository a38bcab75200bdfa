import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, type ButtonVariant, buttonClass, variants } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";

type ButtonProps = ButtonLook &
  ComponentProps<"button"> & { busy?: boolean; shortcut?: string; icon?: ReactNode };

/** A button. `primary` once per view; `shortcut` shows the key that does the same; `busy` keeps its width and its focus. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    wide,
    busy = false,
    shortcut,
    icon,
    className,
    children,
    type = "button",
    ...rest
  } = props;
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={cx(buttonClass({ variant, size, wide }), className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
      {shortcut ? <Kbd onFill={variant === "primary"}>{shortcut}</Kbd> : null}
    </button>
  );
}

/** A square button that shows an icon alone; `label` is its name for those who cannot see it, and its title. */
export function IconButton({
  label,
  className,
  children,
  variant = "quiet",
  ...rest
}: ComponentProps<"button"> & { label: string; variant?: ButtonVariant }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={rest.title ?? label}
      className={cx(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-lg transition-colors pointer-coarse:size-11 disabled:opacity-55",
        variants[variant],
        className,
      )}
    >
      {children}
    </button>
  );
}
