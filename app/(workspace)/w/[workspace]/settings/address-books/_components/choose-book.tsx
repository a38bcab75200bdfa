import { Select, TextInput } from "@/components/ui/field";

export type Found = { url: string; name: string };
export type Circle = { key: string; name: string };
/** A sentence for each field that is wrong. */
export type Wrong = Record<string, string>;

type Choice = { url: string; name: string; circle: string };
type ChooseProps = {
  found: Found[];
  chosen: Choice;
  circles: Circle[];
  wrong: Wrong;
  onChoose: (choice: Choice) => void;
};

/** Which of the books that were found it is to be, what it is called, and into which circle its people come. */
export function ChooseBook({ found, chosen, circles, wrong, onChoose }: ChooseProps) {
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-3">
      <legend className="sr-only">What was found</legend>
      <p role="status" className="text-ok">
        {found.length === 1 ? "One address book is there." : `${found.length} address books are there.`}
      </p>
      {found.length > 1 ? (
        <Select
          label="Which one"
          value={chosen.url}
          error={wrong.address}
          onChange={(event) => {
            const book = found.find((one) => one.url === event.target.value);
            if (book) onChoose({ ...chosen, url: book.url, name: book.name });
          }}
        >
          {found.map(({ url, name }) => (
            <option key={url} value={url}>
              {name}
            </option>
          ))}
        </Select>
      ) : wrong.address ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {wrong.address}
        </p>
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput
          label="What you call it"
          value={chosen.name}
          error={wrong.name}
          autoComplete="off"
          onChange={(event) => onChoose({ ...chosen, name: event.target.value })}
        />
        <Select
          label="New people come into"
          value={chosen.circle}
          error={wrong.circle}
          onChange={(event) => onChoose({ ...chosen, circle: event.target.value })}
        >
          {circles.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      </div>
    </fieldset>
  );
}
