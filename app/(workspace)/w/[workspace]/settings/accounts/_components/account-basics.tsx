import { voiceText } from "@/components/accounts/words";
import { Select, TextInput } from "@/components/ui/field";
import { useDesk } from "@/components/workspace/desk-context";
import type { AccountSaid } from "@/lib/domain/draft/account";
import { withVoice } from "./account-values";

type Props = {
  said: AccountSaid;
  wrong: Record<string, string>;
  onChange: (said: AccountSaid) => void;
};

/** What every account has: a name, where it is, whose voice, and an address where there is mail. */
export function AccountBasics({ said, wrong, onChange }: Props) {
  const { clientShort: client, assistantShort: assistant } = useDesk();
  const field = (name: "name" | "service" | "address") => ({
    name,
    value: said[name],
    error: wrong[name],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => onChange({ ...said, [name]: event.target.value }),
  });
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <TextInput {...field("name")} label="What you call it" placeholder="Private mail" maxLength={80} />
      <TextInput {...field("service")} label="Where it is" placeholder="E-mail, LinkedIn …" maxLength={60} />
      <Select
        label="In whose voice"
        name="voice"
        value={said.voice}
        error={wrong.voice}
        onChange={(event) =>
          onChange(withVoice(said, event.target.value === "company" ? "company" : "personal"))
        }
      >
        {(["personal", "company"] as const).map((voice) => (
          <option key={voice} value={voice}>
            {voiceText(voice, { client, assistant }).replace(/^a/, "A")}
          </option>
        ))}
      </Select>
      <TextInput
        {...field("address")}
        label="E-mail address, where there is one"
        type="email"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
      />
    </div>
  );
}
