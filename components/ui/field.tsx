import { type ComponentProps, type ReactNode, useId } from "react";
import { cx } from "@/components/ui/cx";
import { TypedEarly } from "@/components/ui/typed-early";

type Around = {
  label: ReactNode;
  /** A sentence under the label that helps before anything is wrong. */
  hint?: ReactNode;
  /** What is wrong, as a sentence, shown at the field and read out with it. */
  error?: string | null;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
};

type Wiring = { id: string; "aria-describedby"?: string; "aria-invalid"?: true };

/** Label, hint and error around one control; the control is given its id and descriptions. */
export function Field({
  label,
  hint,
  error,
  labelHidden,
  id,
  className,
  children,
}: Around & { id?: string; className?: string; children: (wiring: Wiring) => ReactNode }) {
  const made = useId();
  const control = id ?? made;
  const described = [hint && `${control}-hint`, error && `${control}-error`].filter(Boolean).join(" ");
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label htmlFor={control} className={labelHidden ? "sr-only" : "text-[0.8125rem] font-medium text-text"}>
        {label}
      </label>
      {hint ? (
        <p id={`${control}-hint`} className="text-[0.8125rem] text-muted">
          {hint}
        </p>
      ) : null}
      {children({
        id: control,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {error ? (
        <p id={`${control}-error`} role="alert" className="text-[0.8125rem] text-late">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** The classes of anything that is typed into. 16 px on touch, so that a phone does not zoom. */
export const controlClass =
  "w-full rounded-lg border border-edge/60 bg-sheet px-3 py-1.5 text-sm text-text min-h-9 pointer-coarse:min-h-11 pointer-coarse:text-base aria-invalid:border-late disabled:opacity-60";

/** Beside a control whose value the page holds. */
function earlyOf(control: string, { value, onChange }: { value?: unknown; onChange?: unknown }): ReactNode {
  return onChange && typeof value === "string" ? <TypedEarly id={control} value={value} /> : null;
}

/** One line of text with its label, hint and error. */
export function TextInput({
  label,
  hint,
  error,
  labelHidden,
  className,
  id,
  ...rest
}: Around & ComponentProps<"input">) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden} id={id} className={className}>
      {(wiring) => (
        <>
          <input dir="auto" {...rest} {...wiring} className={controlClass} />
          {earlyOf(wiring.id, rest)}
        </>
      )}
    </Field>
  );
}

/** Several lines of text. `letter` sets them in Newsreader, for words that somebody will read. */
export function TextArea({
  label,
  hint,
  error,
  labelHidden,
  letter = false,
  className,
  id,
  rows = 4,
  ...rest
}: Around & ComponentProps<"textarea"> & { letter?: boolean }) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden} id={id} className={className}>
      {(wiring) => (
        <>
          <textarea
            dir="auto"
            rows={rows}
            {...rest}
            {...wiring}
            className={cx(
              controlClass,
              "min-h-20! field-sizing-content",
              letter && "font-serif text-[1.0625rem] leading-relaxed",
            )}
          />
          {earlyOf(wiring.id, rest)}
        </>
      )}
    </Field>
  );
}

/** A choice from a short list; give it <option>s. */
export function Select({
  label,
  hint,
  error,
  labelHidden,
  className,
  id,
  ...rest
}: Around & ComponentProps<"select">) {
  return (
    <Field label={label} hint={hint} error={error} labelHidden={labelHidden} id={id} className={className}>
      {(wiring) => (
        <>
          <select {...rest} {...wiring} className={controlClass} />
          {earlyOf(wiring.id, rest)}
        </>
      )}
    </Field>
  );
}

/** One yes or no, its label beside it. */
export function Checkbox({
  label,
  className,
  id,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  const made = useId();
  const control = id ?? made;
  return (
    <label
      className={cx(
        "flex items-start gap-2.5 text-sm pointer-coarse:min-h-11 pointer-coarse:items-center",
        className,
      )}
    >
      <input {...rest} id={control} type="checkbox" className="mt-0.5 size-4 shrink-0 accent-ink-fill" />
      {rest.onChange && rest.checked !== undefined ? <TypedEarly id={control} value={rest.checked} /> : null}
      <span>{label}</span>
    </label>
  );
}
