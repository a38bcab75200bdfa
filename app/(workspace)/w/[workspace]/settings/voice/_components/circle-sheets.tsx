import { ChevronRight } from "lucide-react";
import { sheetText } from "@/components/voice/words";
import { SheetForm, type SheetSaid } from "./sheet-form";

type Props = { sheets: SheetSaid[]; circles: { key: string; name: string }[]; canChange: boolean };

/** What is otherwise towards each circle, in a line; whoever may, opens it and says it. */
export function CircleSheets({ sheets, circles, canChange }: Props) {
  return (
    <ul className="rounded-sheet border border-line bg-sheet">
      {circles.map(({ key, name }) => {
        const sheet = sheets.find((one) => one.circle === key) ?? nothingAsked(key);
        const says = sheetText(sheet) || "as towards everybody";
        const line = (
          <>
            <bdi className="font-medium">{name}</bdi>
            <span className="min-w-0 text-[0.8125rem] text-muted wrap-anywhere">{says}</span>
          </>
        );
        return (
          <li key={key} className="border-b border-line last:border-b-0">
            {canChange ? (
              <details className="group">
                <summary className="flex min-h-11 cursor-pointer list-none flex-wrap items-center gap-x-3 px-4 py-2.5 hover:bg-sunken/50">
                  <ChevronRight
                    aria-hidden="true"
                    className="size-4 shrink-0 text-muted transition-transform group-open:rotate-90"
                  />
                  {line}
                </summary>
                <div className="px-4 pt-1 pb-4">
                  <SheetForm sheet={sheet} name={name} />
                </div>
              </details>
            ) : (
              <p className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-2.5">{line}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function nothingAsked(circle: string): SheetSaid {
  return { circle, version: null, greeting: "", signOff: "", neverWords: [], mostWords: null };
}
