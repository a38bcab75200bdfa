import { cx } from "@/components/ui/cx";
import { type DeskColour, deskColours } from "@/lib/domain/workspace/view";

const swatches: Record<DeskColour, string> = {
  blue: "bg-desk-blue",
  green: "bg-desk-green",
  plum: "bg-desk-plum",
  gold: "bg-desk-gold",
  brick: "bg-desk-brick",
  teal: "bg-desk-teal",
};

type Props = {
  chosen: string;
  error?: string;
  /** Hears of every choice, where the form keeps what is chosen itself. */
  onChoose?: (colour: DeskColour) => void;
};

/** The colour of a desk, as swatches with their names. */
export function ColourChoice({ chosen, error, onChoose }: Props) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1.5 text-[0.8125rem] font-medium">Colour of the desk</legend>
      <div className="flex flex-wrap gap-2">
        {deskColours.map((colour) => (
          <label
            key={colour}
            className={cx(
              "flex min-h-9 cursor-pointer items-center gap-2 rounded-lg border border-line px-2.5 text-[0.8125rem] pointer-coarse:min-h-11",
              "has-checked:border-edge has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink",
            )}
          >
            <input
              type="radio"
              name="colour"
              value={colour}
              {...(onChoose
                ? { checked: colour === chosen, onChange: () => onChoose(colour) }
                : { defaultChecked: colour === chosen })}
              className="sr-only"
            />
            <span aria-hidden="true" className={cx("size-4 rounded-full", swatches[colour])} />
            {colour}
          </label>
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
