/** Cut there, so that a whole book that was chosen by mistake does not go along. */
const MOST_LETTERS = 20_000;

/**
 * The bookmark that shares the page it is pressed on, with what is chosen there, as a javascript: address. What it shares goes
 * into the fragment, which browsers keep to themselves. `origin` is ours, such as "https://desk.example.com".
 */
export function bookmarkOf(origin: string): string {
  const share = [
    `const said=String(getSelection()).slice(0,${MOST_LETTERS})`,
    "const words=new URLSearchParams({title:document.title,text:said})",
    'if(/^https?:/.test(location.href))words.set("url",location.href)',
    `window.open(${JSON.stringify(`${origin}/capture#`)}+words,"firsthand","width=520,height=780")`,
  ].join(";");
  return `javascript:${encodeURIComponent(`(()=>{${share}})()`)}`;
}
