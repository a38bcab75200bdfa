import { countText } from "@/components/calendar/source-words";
import { Checkbox, TextInput } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";
import type { FoundAtAddress } from "@/lib/domain/calendar/source";

/** What of what was found is to be read, under which names, and whether it is the client's alone. */
export type Chosen = { places: { url: string; name: string; isTaken: boolean }[]; isPrivate: boolean };

type Props = {
  found: FoundAtAddress;
  chosen: Chosen;
  wrong: Record<string, string>;
  onChoose: (chosen: Chosen) => void;
};

/** Everything that was found; a single one is chosen already. */
export function chosenOf({ calendars, feed }: FoundAtAddress): Chosen {
  const all = feed ? [feed] : calendars;
  const places = all.map(({ url, name }) => ({ url, name, isTaken: all.length === 1 }));
  return { places, isPrivate: false };
}

/** What is asked of the desk for each of the chosen. */
export function toAdd(
  { feed }: FoundAtAddress,
  { places, isPrivate }: Chosen,
  { username, password }: { username: string; password: string },
): ({ address: string } & Record<string, unknown>)[] {
  return places
    .filter((one) => one.isTaken)
    .map(({ url: address, name }) =>
      feed
        ? { kind: "feed", address, name, isPrivate }
        : { kind: "caldav", address, name, isPrivate, username, password },
    );
}

/** What it means for a calendar to be private, to the client. */
export function whatPrivateMeans(assistant: string): string {
  return `What is in it is yours alone: ${assistant} sees “Busy” at those times, and no name or place.`;
}

/** Which of the calendars that were found are to be read, what each is called, and who sees what is in them. */
export function ChooseCalendars({ found, chosen, wrong, onChoose }: Props) {
  const { assistantShort } = useDesk();
  const change = (url: string, what: Partial<Chosen["places"][number]>) =>
    onChoose({
      ...chosen,
      places: chosen.places.map((one) => (one.url === url ? { ...one, ...what } : one)),
    });
  const isOne = chosen.places.length === 1;
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-3">
      <legend className="sr-only">What was found</legend>
      <p role="status" className="text-ok">
        {found.feed
          ? `A calendar with ${countText(found.feed.events)} is there.`
          : isOne
            ? "One calendar is there."
            : `${chosen.places.length} calendars are there. Choose which to read.`}
      </p>
      {wrong.address ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {wrong.address}
        </p>
      ) : null}
      {isOne ? (
        <TextInput
          label="What you call it"
          value={chosen.places[0]?.name ?? ""}
          error={wrong.name}
          autoComplete="off"
          onChange={(event) => change(chosen.places[0]?.url ?? "", { name: event.target.value })}
        />
      ) : (
        <ul className="flex flex-col gap-1">
          {chosen.places.map(({ url, name, isTaken }) => (
            <li key={url}>
              <Checkbox
                label={<bdi className="wrap-anywhere">{name}</bdi>}
                checked={isTaken}
                onChange={(event) => change(url, { isTaken: event.target.checked })}
              />
            </li>
          ))}
        </ul>
      )}
      <Checkbox
        label={
          <>
            {isOne ? "Private" : "All of them private"}
            <span className="block text-[0.8125rem] text-muted">{whatPrivateMeans(assistantShort)}</span>
          </>
        }
        checked={chosen.isPrivate}
        onChange={(event) => onChoose({ ...chosen, isPrivate: event.target.checked })}
      />
    </fieldset>
  );
}
