import { cx } from "@/components/ui/cx";

export type AvatarColour = "blue" | "green" | "plum" | "gold" | "brick" | "teal";

const fills: Record<AvatarColour, string> = {
  blue: "bg-desk-blue",
  green: "bg-desk-green",
  plum: "bg-desk-plum",
  gold: "bg-desk-gold",
  brick: "bg-desk-brick",
  teal: "bg-desk-teal",
};

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
        className={cx("shrink-0 rounded-full bg-sunken object-cover", sizes[size])}
      />
    );
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-white select-none",
        sizes[size],
        fills[colour ?? colourOf(name)],
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** The first letters of the first and last word: "Mira Holt" → "MH". By code point, so that no letter is torn. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words[words.length - 1] ?? "")][0] ?? "") : "";
  return (first + last).toLocaleUpperCase() || "–";
}

function colourOf(name: string): AvatarColour {
  const all = Object.keys(fills) as AvatarColour[];
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return all[sum % all.length] ?? "blue";
}
