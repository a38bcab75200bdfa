/** How the elements of a page are read when only its words count. Names are in small letters. */

/** What they hold is never words of the writer. */
const notWords = new Set(
  "script style head title template noscript noframes noembed iframe frame frameset object embed applet svg math canvas audio video map select datalist textarea button input xml meta link base param source track".split(
    " ",
  ),
);
const apart = new Set("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl pre table hr figure".split(" "));
const ownLine = new Set(
  "div tr li dt dd caption address section article header footer main nav aside form fieldset legend center details summary figcaption body menu dir listing xmp plaintext".split(
    " ",
  ),
);

/** A reader that looks for an attribute by name; null where there is none. */
export type Attribute = (name: string) => string | null;

/** Whether an element and all in it is dropped: it is no text, or nobody was meant to see it. */
export function isDropped(name: string, attribute: Attribute): boolean {
  // Word's drawings, document settings and formulas.
  if (notWords.has(name) || /^[vwm]:/.test(name)) return true;
  if (attribute("hidden") !== null) return true;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/i.test(
    attribute("style") ?? "",
  );
}

/** How many line ends an element has before and after it; a paragraph that keeps no distance is a line. */
export function breaksOf(name: string, attribute: Attribute): 0 | 1 | 2 {
  if (!apart.has(name)) return ownLine.has(name) ? 1 : 0;
  const style = attribute("style") ?? "";
  const isTight = /(?:^|[;\s])margin(?:-bottom)?\s*:\s*0(?:\.0+)?(?:px|pt|in|cm|em|rem)?\s*(?:;|$)/i.test(
    style,
  );
  const isListOfWord = /mso-list\s*:\s*l\d/i.test(style);
  return name === "p" && (isTight || isListOfWord) ? 1 : 2;
}

/** Whether line ends within it are meant. */
export function keepsLines(name: string, attribute: Attribute): boolean {
  return (
    /^(?:pre|listing|xmp|plaintext)$/.test(name) ||
    /white-space(?:-collapse)?\s*:\s*(?:pre|break-spaces)/i.test(attribute("style") ?? "")
  );
}

/** The words of a picture when it is an emoji, as some mail programs send them; every other picture has none. */
export function emojiOf(attribute: Attribute): string {
  const alt = (attribute("alt") ?? "").trim();
  const isEmoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200d)+$/u.test(alt);
  return isEmoji && alt.length <= 40 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(alt)
    ? alt
    : "";
}

/** Word writes a list as paragraphs whose bullet or number is text that it tells others to ignore. */
export function isWordMarker(attribute: Attribute): boolean {
  return /mso-list\s*:\s*ignore/i.test(attribute("style") ?? "");
}
