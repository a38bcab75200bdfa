import { Check, Minus } from "lucide-react";
import { sayRight } from "@/components/rights/say-right";
import { Sheet } from "@/components/ui/sheet";
import type { Right } from "@/lib/domain/policy/rights";

/** What may be done, what only the client may, and what nobody may: three short lists, words first. */
export function RightsList({ rights, who, client }: { rights: Right[]; who: string; client: string }) {
  const of = (answer: Right["answer"]) => rights.filter((right) => right.answer === answer);
  return (
    <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
      <List title={`${who} may`} rights={of("may")} client={client} />
      <div className="flex flex-col gap-4">
        <List title={`Only ${client} may`} rights={of("only-client")} client={client} ink />
        <List title="Nobody may" rights={of("nobody")} client={client} never />
      </div>
    </div>
  );
}

function List({
  title,
  rights,
  client,
  ink = false,
  never = false,
}: {
  title: string;
  rights: Right[];
  client: string;
  ink?: boolean;
  never?: boolean;
}) {
  const Icon = never ? Minus : Check;
  return (
    <Sheet aria-label={title} className={ink ? "border-ink-line" : undefined}>
      <h2 className={ink ? "mb-2 font-semibold text-ink" : "mb-2 font-semibold"}>{title}</h2>
      <ul className="flex flex-col gap-1.5">
        {rights.map(({ id, says }) => (
          <li key={id} className="wrap-anywhere flex items-start gap-2.5">
            <Icon
              aria-hidden="true"
              className={ink ? "mt-0.5 size-4 shrink-0 text-ink" : "mt-0.5 size-4 shrink-0 text-muted"}
            />
            {sayRight(says, client)}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
