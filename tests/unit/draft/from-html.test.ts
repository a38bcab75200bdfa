import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { wordsOfPage } from "@/components/drafts/paste-html";
import { wordsFromHtml } from "@/lib/adapters/words/from-html";

/** As a browser reads it when somebody pastes. */
const pasted = (html: string) =>
  wordsOfPage(new DOMParser().parseFromString(`<html><body>${html}</body></html>`, "text/html"));

const pages: [string, string, string][] = [
  ["paragraphs", "<p>Dear Tomas,</p><p>how are\n  you?</p>", "Dear Tomas,\n\nhow are you?"],
  ["line breaks", "a<br>b<br><br>c<br><br><br><br>d", "a\nb\n\nc\n\nd"],
  ["lines of Gmail", "<div>a</div><div><br></div><div>b</div><div>c</div>", "a\n\nb\nc"],
  [
    "paragraphs that keep no distance",
    '<p style="margin:0 ">a</p><p style="margin: 0pt;color:red">b</p><p>c</p>',
    "a\nb\n\nc",
  ],
  ["headings and what follows", "<h1>Lunch</h1>at noon<hr>or later", "Lunch\n\nat noon\n\nor later"],
  ["emphasis, as words", "<b>very</b> <i>much</i><u>!</u> <b> so </b>", "very much! so"],
  ["spaces once", "a \n\t b&nbsp; &nbsp;c&nbsp;d <span> </span> e", "a b c d e"],
  ["the space that French wants", "Ça va&nbsp;? «&nbsp;Oui&nbsp;»", "Ça va\u00a0? «\u00a0Oui\u00a0»"],
  ["lines of code", "<pre>a\n  b\n\nc</pre>d", "a\nb\n\nc\n\nd"],
  ["lines that a style keeps", '<span style="white-space: pre-wrap">a\nb </span><b>c</b>', "a\nb c"],
  [
    "bullets",
    "<p>Bring:</p><ul><li>tea</li> <li><p>maps</p></li></ul><p>Bye</p>",
    "Bring:\n\n- tea\n- maps\n\nBye",
  ],
  ["numbers", '<ol start="3"><li>a</li><li value=7>b</li><li>c</li></ol>', "3. a\n7. b\n8. c"],
  [
    "lists within lists",
    "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>",
    "- a\n  1. b\n  2. c\n- d",
  ],
  ["an item of several lines", "<ul><li>a<br>b<p>c</p></li></ul>", "- a\n  b\n  c"],
  ["an empty item", "<ul><li></li><li>a</li><li> </li></ul>b", "- a\n\nb"],
  ["items without a list", "<li>a<li>b", "- a\n- b"],
  [
    "tables, row by row",
    "<table><tr><th>Day</th><th>Time</th></tr><tr><td>Mon</td><td>9</td></tr></table>",
    "Day Time\nMon 9",
  ],
  [
    "links",
    'see <a href="https://a.example/b?c=1&amp;d">the <b>programme</b></a>.',
    "see the programme (https://a.example/b?c=1&d).",
  ],
  [
    "links that show where they lead",
    '<a href="https://a.example/">a.example</a> <a href="https://a.example">https://a.example</a>',
    "https://a.example/ https://a.example",
  ],
  [
    "links that say another address",
    '<a href="https://evil.example">https://bank.example</a>',
    "https://bank.example (https://evil.example)",
  ],
  [
    "a link that begins an item",
    '<ul><li><a href="https://a.example/b">https://a.example/b</a></li></ul>',
    "- https://a.example/b",
  ],
  [
    "a link with brackets and quotes",
    `<a href='https://a.example/b_(c)"d )'>x</a>`,
    "x (https://a.example/b_%28c%29%22d%20%29)",
  ],
  [
    "mail addresses",
    '<a href="mailto:ana@a.example?subject=x">ana@a.example</a>, <a href="mailto:ana@a.example">Ana</a>',
    "ana@a.example, Ana (mailto:ana@a.example)",
  ],
  ["links around pictures", '<a href="https://a.example"><img src="x.png" alt="logo"></a>b', "b"],
  [
    "links to nowhere else",
    '<a href="#top">a</a> <a href="/b">b</a> <a name="c">c</a> <a href="tel:+1">d</a>',
    "a b c d",
  ],
  [
    "emoji, also as pictures",
    'a 👩‍👩‍👧 <img alt="😊" src="https://a.example/e.png"><img alt="🇳🇴"> <img alt="2️⃣">',
    "a 👩‍👩‍👧 😊🇳🇴 2️⃣",
  ],
  ["no other picture", '<img alt="A logo" src=x><img alt="12"><img>b', "b"],
  [
    "no script, style or title",
    "<title>t</title><style>p{}</style><script>x()</script>a<noscript>n</noscript><template>b</template>",
    "a",
  ],
  [
    "no comments",
    "a<!-- b --><!--StartFragment-->c<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->d",
    "acd",
  ],
  [
    "nothing that was hidden",
    '<div style="display : none">a</div><p hidden>b</p><span style="color:red;visibility:hidden">c</span><span style="mso-hide:all">d</span>e',
    "e",
  ],
  ["what only looks hidden", '<td style="font-size:0px"><div style="font-size:16px">a</div></td>', "a"],
  [
    "no forms",
    "<button>Send</button><select><option>a</option></select><textarea>b</textarea><input value=c>d",
    "d",
  ],
  [
    "no drawings or frames",
    "<svg><text>a</text></svg><math><mi>x</mi></math><iframe srcdoc='<p>b'></iframe><object>c</object>d",
    "d",
  ],
  [
    "Word's own tags",
    "<p class=MsoNormal>a<o:p>&nbsp;</o:p></p><p><st1:place>Bergen</st1:place></p><v:shape>s</v:shape>",
    "a\n\nBergen",
  ],
  [
    "Word's lists",
    '<p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span><![endif]>tea</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·</span>maps</p><p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">2.<span> </span></span>then</p><p>Bye</p>',
    "- tea\n- maps\n2. then\n\nBye",
  ],
  [
    "letters that run the other way, without the signs that turn others",
    "<p dir=rtl>שלום \u202eabc\u202c</p>",
    "שלום abc",
  ],
  ["signs nobody sees", "a\u200bb\ufeff c\u00add", "ab cd"],
  [
    "escaped markup, as text",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;",
    "<script>alert(1)</script> &lt;",
  ],
  ["nothing", "<p> </p><div>&nbsp;</div><br>", ""],
];

describe("Ana pastes, and gets the words", () => {
  test.each(pages)("%s", (_, html, expected) => {
    expect(wordsFromHtml(html)).toBe(expected);
    expect(pasted(html)).toBe(expected);
  });

  test("of a link within a link with the outer one alone", () => {
    const html = '<a href="https://a.example">a <a href="https://b.example">b</a> c</a>';
    expect(wordsFromHtml(html)).toBe("a b c (https://a.example)");
  });

  test("of lists within lists within lists, and not more spaces than words", () => {
    const deep = wordsFromHtml("<ul><li>a".repeat(50));
    expect(deep.split("\n").map((line) => line.indexOf("-"))).toEqual([0, 2, 4, 6, ...Array(46).fill(8)]);
  });

  test("of one element, and nothing behind it", () => {
    const page = new DOMParser().parseFromString(
      "<html><body><p>a<b>b</b></p><p>c</p></body></html>",
      "text/html",
    );
    const first = page.querySelector("p");
    expect(first && wordsOfPage(first)).toBe("ab");
  });
});
