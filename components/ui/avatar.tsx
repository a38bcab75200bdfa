/** Short enough for every page to have: their classes, "bg-desk-…", are named in app/globals.css. */
const colours = ["blue", "green", "plum", "gold", "brick", "teal"] as const;
export type AvatarColour = (typeof colours)[number];

const sizes = {
  sm: "size-6 text-[0.625rem]",
  md: "size-8 text-xs",
  lg: "size-11 text-base",
} as const;
export type AvatarSize = keyof typeof sizes;

/** One or two letters in a coloured circle. Without a `colour` the name chooses one, always the same. `src`: a picture instead. */
export function Avatar({
  name,
  colour,
  size = "md",
  src,
}: {
  name: string;
  colour?: AvatarColour;
  size?: AvatarSize;
  src?: string;
}) {
  if (src)
    return (
      // biome-ignore lint/performance/noImgElement: private, small, and served by a handler of ours.
      <img
        src={src}
        alt=""
        loading="lazy"
        className={`${sizes[size]} shrink-0 rounded-full bg-sunken object-cover`}
      />
    );
  return (
    <span
      aria-hidden="true"
      className={`${sizes[size]} inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none bg-desk-${colour ?? colourOf(name)}`}
    >
      {initialsOf(name)}
    </span>
  );
}

const letters = new Intl.Segmenter();

/**
 * The first letters of the first and last word: "Mira Holt" → "MH"; whole as they are read, with their marks, or an emoji. What cannot
 * be seen by itself, as a mark for the direction, is no letter.
 */
export function initialsOf(name: string): string {
  const words = (name.match(/[\p{L}\p{S}\d]\S*/gu) ?? []).map(
    (word) => [...letters.segment(word)][0]?.segment,
  );
  // Of several the first and the last.
  words.splice(1, words.length - 2);
  return words.join("").toUpperCase() || "–";
}

/** Always the same for a name. */
function colourOf(name: string): AvatarColour {
  const sum = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) as number)) % 9973, 0);
  return colours[sum % colours.length] as AvatarColour;
}
