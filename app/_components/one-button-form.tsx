"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import type { ButtonSize, ButtonVariant } from "@/components/ui/button-class";
import { Notice } from "@/components/ui/notice";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What goes along with the button. */
  fields?: Record<string, string>;
  label: string;
  /** The button's name for those who cannot see what it stands beside. */
  fullLabel?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  wide?: boolean;
  /** What is done in the browser when the button is pressed, besides. */
  onSubmit?: () => void;
};

/** A form that is one button: works before the page's scripts do, and says what went wrong. */
export function OneButtonForm({
  action,
  fields = {},
  label,
  fullLabel,
  variant,
  size,
  wide,
  onSubmit,
}: Props) {
  const [state, send, busy] = useActionState(action, untouchedForm);
  // The fields are hidden: what is wrong with one of them can be said here alone.
  const problem = state.problem ?? Object.values(state.fields)[0];
  return (
    <form
      action={send}
      onSubmit={onSubmit}
      className={wide ? "flex flex-col gap-3" : "flex flex-col items-end gap-2"}
    >
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} size={size} wide={wide} busy={busy} aria-label={fullLabel}>
        {label}
      </Button>
    </form>
  );
}
