import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "@/components/ui/button-class";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";

/** A link that looks like a button. By itself, so that whoever needs a button alone does not load the router's link with it. */
export function LinkButton({
  variant,
  size,
  wide,
  className,
  ...rest
}: ButtonLook & ComponentProps<typeof Link>) {
  return <Link {...rest} className={cx(buttonClass({ variant, size, wide }), className)} />;
}
