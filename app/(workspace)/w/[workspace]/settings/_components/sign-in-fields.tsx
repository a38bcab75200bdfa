import { TextInput } from "@/components/ui/field";

type Wiring = { name: string; value: string; error: string | undefined; disabled: boolean };

/** Who one is at a server of one's own, and what becomes of the password. */
export function SignInFields({ field }: { field: (name: "username" | "password") => Wiring }) {
  return (
    <>
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextInput {...field("username")} label="User name" autoComplete="off" />
        <TextInput {...field("password")} label="Password" type="password" autoComplete="new-password" />
      </div>
      <p className="text-[0.8125rem] text-muted">
        The password goes to this server only, and is kept encrypted. If the server knows app passwords, use
        one.
      </p>
    </>
  );
}
