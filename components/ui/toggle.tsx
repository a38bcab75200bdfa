import { cx } from "@/components/ui/cx";

type Choice<V extends string> = { value: V; label: string };

/** Two to four ways of looking at the same thing, one pressed. For links between pages use Next's Link. */
export function Toggle<V extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: V;
  choices: readonly Choice<V>[];
  onChange: (value: V) => void;
}) {
  return (
    <fieldset className="inline-flex min-w-0 flex-wrap rounded-lg border border-line bg-paper p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className={cx(
            "min-h-7 rounded-md border px-3 text-[0.8125rem] font-medium pointer-coarse:min-h-11",
            choice.value === value
              ? "border-line bg-sheet text-text"
              : "border-transparent text-muted hover:text-text",
          )}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
