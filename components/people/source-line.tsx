import { Button } from "@/components/ui/button";
import { useDesk } from "@/components/workspace/desk-context";
import { type SourceView, sayChecked, saySource } from "@/lib/domain/person/source";

type Props = {
  source: SourceView | undefined;
  /** What it is about, for whoever hears the button and does not see what it stands beside. */
  about: string;
  /** Says that it is still right; asked for where a thing is old. */
  onRight: () => void;
};

/** Where a thing is from, said by whom and when; what is old carries the mark "check" and can be found right. */
export function SourceLine({ source, about, onRight }: Props) {
  const place = useDesk();
  if (!source) return null;
  const checked = sayChecked(source, place);
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-muted">
      <bdi className="wrap-anywhere">
        {saySource(source, place)}
        {checked ? ` · ${checked}` : ""}
      </bdi>
      {source.isOld ? (
        <>
          <span className="rounded-md bg-gold-soft px-1.5 font-medium text-gold">check</span>
          <Button variant="quiet" size="sm" aria-label={`Still right: ${about}`} onClick={onRight}>
            Still right
          </Button>
        </>
      ) : null}
    </span>
  );
}
