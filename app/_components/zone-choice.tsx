import { TextInput } from "@/components/ui/field";

type Props = { zones: readonly string[]; chosen: string; error?: string; hint?: string };

/** A time zone by name, with the names to choose from while typing. */
export function ZoneChoice({ zones, chosen, error, hint }: Props) {
  return (
    <>
      <TextInput
        label="Time zone"
        name="zone"
        list="zones"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={chosen}
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
