import { authorShownText } from "@/components/accounts/words";
import { useDesk } from "@/components/workspace/desk-context";
import { type AuthorShown, authorsShown } from "@/lib/domain/draft/draft";

type Props = {
  value: AuthorShown;
  isCompany: boolean;
  wrong?: string;
  onChange: (value: AuthorShown) => void;
};

/** Who is shown to whoever gets it: each way with what it means. A representative speaks for a company alone. */
export function AuthorShownChoice({ value, isCompany, wrong, onChange }: Props) {
  const { clientShort: client, assistantShort } = useDesk();
  const assistant = assistantShort === "your assistant" ? "an assistant" : assistantShort;
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1 text-[0.8125rem] font-medium">Who is shown to whoever gets it</legend>
      {authorsShown
        .filter((one) => isCompany || one !== "representative")
        .map((one) => {
          const { label, says } = authorShownText(one, { client, assistant });
          return (
            <label
              key={one}
              className="flex min-h-11 cursor-pointer items-start gap-2.5 rounded-lg border border-line px-3 py-2 has-checked:border-text has-checked:bg-sunken/60"
            >
              <input
                type="radio"
                name="authorShown"
                checked={value === one}
                onChange={() => onChange(one)}
                className="mt-1 accent-ink-fill"
              />
              <span className="flex min-w-0 flex-col">
                <span>{label}</span>
                <span className="text-[0.8125rem] text-muted">{says}</span>
              </span>
            </label>
          );
        })}
      {wrong ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {wrong}
        </p>
      ) : null}
    </fieldset>
  );
}
