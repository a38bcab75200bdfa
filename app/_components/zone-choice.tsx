import { TextInput } from "@/components/ui/field";

type Props = {
  zones: readonly string[];
  chosen: string;
  error?: string;
  hint?: string;
  label?: string;
  /** It takes the focus as it appears, in place of the button that made it. */
  takesFocus?: boolean;
  /** Hears of every letter, where the form keeps what is typed itself. */
  onChoose?: (zone: string) => void;
};

/** A time zone by name, with the names to choose from while typing. */
export function ZoneChoice({ zones, chosen, error, hint, label = "Time zone", takesFocus, onChoose }: Props) {
  const value = onChoose
    ? { value: chosen, onChange: (event: { target: { value: string } }) => onChoose(event.target.value) }
    : { defaultValue: chosen };
  return (
    <>
      <TextInput
        label={label}
        name="zone"
        ref={takesFocus ? focusOn : undefined}
        list="zones"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...value}
        hint={hint}
        error={error}
      />
      <datalist id="zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function focusOn(field: HTMLInputElement | null): void {
  field?.focus();
}
