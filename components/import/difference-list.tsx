import { cx } from "@/components/ui/cx";
import type { Difference, Way } from "@/lib/domain/person/fill-in";

const wayWords: Record<Way, string> = { ours: "Keep ours", theirs: "Take theirs", both: "Both" };

/** What differs between a card and whom it means: each field as it was and will be, with the ways there are. */
export function DifferenceList({
  name,
  differences,
  wayOf,
  onWay,
}: {
  name: string;
  differences: Difference[];
  wayOf: (difference: Difference) => Way;
  /** Null once nothing is to be chosen any more. */
  onWay: ((field: string, way: Way) => void) | null;
}) {
  return (
    <ul aria-label={`Differences of ${name}`} className="mt-2 flex flex-col gap-2">
      {differences.map((one) => {
        const way = wayOf(one);
        return (
          <li
            key={one.field}
            className="flex flex-wrap items-start gap-x-4 gap-y-1.5 rounded-lg bg-sunken/50 px-3 py-2"
          >
            <div className="min-w-0 flex-1 basis-60 text-[0.8125rem]">
              <p className="font-medium">
                {capital(one.word)}
                {one.sort === "conflict" ? <span className="ms-2 font-normal text-late">differs</span> : null}
              </p>
              <p className="wrap-anywhere text-muted">
                <span className={cx(way === "theirs" && one.was !== "" && "line-through")}>
                  <bdi>{one.was || "nothing"}</bdi>
                </span>{" "}
                <span aria-hidden="true">→</span>
                <span className="sr-only">will be</span>{" "}
                <bdi className={way === "ours" ? undefined : "text-text"}>
                  {way === "ours" ? one.was || "nothing" : one.will}
                </bdi>
              </p>
              {way === "ours" ? (
                <p className="wrap-anywhere text-muted">
                  The file says: <bdi>{one.will}</bdi>
                </p>
              ) : null}
            </div>
            {onWay === null ? null : (
              <fieldset className="flex flex-wrap gap-1">
                <legend className="sr-only">{`${capital(one.word)} of ${name}`}</legend>
                {one.may.map((may) => (
                  <button
                    key={may}
                    type="button"
                    aria-pressed={may === way}
                    onClick={() => onWay(one.field, may)}
                    className={cx(
                      "min-h-8 rounded-full border px-3 text-[0.8125rem] pointer-coarse:min-h-11",
                      may === way
                        ? "border-text bg-sheet font-medium"
                        : "border-line text-muted hover:text-text",
                    )}
                  >
                    {wayWords[may]}
                  </button>
                ))}
              </fieldset>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
