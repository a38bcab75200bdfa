import { SectionHeader } from "@/components/ui/sheet";

type Props = {
  title: string;
  all: number;
  aside?: string;
  items: { id: string; label: string; more: string }[];
};

/** What of something kept elsewhere did not come, and why; of a long list the beginning, and it says so. */
export function UnreadList({ title, all, aside, items }: Props) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="unread">
      <SectionHeader
        id="unread"
        title={title}
        count={all}
        aside={items.length < all ? `the first ${items.length}; the others follow` : aside}
      />
      <ul className="rounded-sheet border border-line bg-sheet">
        {items.map(({ id, label, more }) => (
          <li key={id} className="flex flex-col gap-0.5 border-b border-line px-4 py-2.5 last:border-b-0">
            <bdi className="wrap-anywhere">{label}</bdi>
            <span className="text-[0.8125rem] text-muted wrap-anywhere">{more}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
