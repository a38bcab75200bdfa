/** An address to join a meeting at: to be opened where it is one of the web, and else to be read. */
export function WebLink({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center wrap-anywhere underline underline-offset-2 pointer-coarse:min-h-11"
    >
      {address}
    </a>
  );
}
