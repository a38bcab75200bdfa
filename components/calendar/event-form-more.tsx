import type { EventValues } from "@/components/calendar/event-form-values";
import { Checkbox, Select, TextInput } from "@/components/ui/field";

type Props = {
  values: EventValues;
  errors: Record<string, string>;
  /** The client decides who may see it; nobody else is shown that there is a choice. */
  isClient: boolean;
  onChange: (part: Partial<EventValues>) => void;
};

/** What is seldom said of an entry: who may see it, whether it fills the time, the way there, and its double-check. */
export function EventFormMore({ values, errors, isClient, onChange }: Props) {
  const { isPrivate, isFree, travel, check } = values;
  const isMuch = isFree || travel !== "" || check !== "usual";
  return (
    <>
      {isClient ? (
        <Checkbox
          label="Private: others see that you are busy, and nothing else"
          checked={isPrivate}
          onChange={(event) => onChange({ isPrivate: event.target.checked })}
        />
      ) : null}
      <details open={isMuch || undefined}>
        <summary className="w-fit rounded text-[0.8125rem] text-muted underline decoration-line underline-offset-2 pointer-coarse:flex pointer-coarse:min-h-11 pointer-coarse:items-center">
          The way there, double-check, free time
        </summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-2">
          <TextInput
            label="On the way, in minutes"
            hint="Before and after. Left empty, as usual on this desk."
            inputMode="numeric"
            value={travel}
            error={errors.travelMinutes}
            onChange={(event) => onChange({ travel: event.target.value })}
          />
          <Select
            label="Double-check"
            hint="Date, time, zone, place and link, confirmed beforehand."
            value={check}
            error={errors.wantsCheck}
            onChange={(event) => onChange({ check: event.target.value as EventValues["check"] })}
          >
            <option value="usual">As usual: when somebody comes</option>
            <option value="always">Always</option>
            <option value="never">Never</option>
          </Select>
          <Checkbox
            label="Leaves the time free for others"
            className="sm:col-span-2"
            checked={isFree}
            onChange={(event) => onChange({ isFree: event.target.checked })}
          />
        </div>
      </details>
    </>
  );
}
