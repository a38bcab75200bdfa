import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";

/** Keys under a heading, each with what it does; several keys stand in one text, a space between them. */
export type KeyGroup = [title: string, keys: [key: string, does: string][]];

type Props = {
  groups: readonly KeyGroup[] /** Room for keys that are pressed together. */;
  isWide?: boolean;
  onClose: () => void;
};

/** All keys of a page, in groups beside each other where there is room. */
export function KeysDialog({ groups, isWide = false, onClose }: Props) {
  return (
    <Dialog open wide title="Keys" onClose={onClose}>
      <div className={isWide ? "sm:grid sm:grid-cols-2 sm:gap-8" : "sm:columns-2 sm:gap-8"}>
        {groups.map(([title, keys]) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 text-[0.8125rem] font-semibold text-muted">{title}</h3>
            <dl
              className={cx(
                "grid gap-x-3 gap-y-1.5",
                isWide ? "grid-cols-[7.5rem_1fr]" : "grid-cols-[4.5rem_1fr]",
              )}
            >
              {keys.map(([key, does]) => (
                <div key={key} className="contents">
                  <dt>
                    {key.split(" ").map((one) => (
                      <kbd
                        key={one}
                        className="me-1 inline-block min-w-6 rounded-md border border-line bg-paper px-1.5 text-center font-sans text-xs leading-5"
                      >
                        {one}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
