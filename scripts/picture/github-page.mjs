/** Markdown as a page that looks like GitHub's: its tables, its code, its diagrams. */
import { marked } from 'marked';

const STYLE = `
  body { margin: 0; padding: 24px 32px; background: #fff; color: #1f2328;
    font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", "Liberation Sans", Helvetica, Arial,
      sans-serif, "Noto Color Emoji"; }
  h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; }
  h2 { font-size: 1.5em; margin: 0 0 16px; } h3 { font-size: 1.25em; margin: 24px 0 16px; }
  p, table, pre, ul, ol, details { margin: 0 0 16px; }
  ul, ol { padding-left: 2em; } li + li { margin-top: .25em; } li > p { margin: 16px 0; }
  table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
  th, td { border: 1px solid #d1d9e0; padding: 6px 13px; } th { font-weight: 600; }
  tr:nth-child(2n) { background: #f6f8fa; }
  code { background: #818b981f; border-radius: 6px; padding: .2em .4em; font: 85% ui-monospace, SFMono-Regular,
    "Liberation Mono", Menlo, monospace; white-space: break-spaces; }
  pre { background: #f6f8fa; border-radius: 6px; padding: 16px; overflow: auto; line-height: 1.45; }
  pre code { background: none; padding: 0; white-space: pre; }
  pre.mermaid { background: none; padding: 8px 0; border: 1px solid #d1d9e0; text-align: center; }
  a { color: #0969da; text-decoration: underline; } summary { cursor: pointer; }
  sub { font-size: 75%; color: #59636e; }
  .comment { border: 1px solid #d1d9e0; border-radius: 6px; padding: 0 16px; margin: 0 0 24px; font-size: 14px; }
  .author { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; margin: 0 -16px 16px;
    padding: 8px 16px; color: #59636e; } .author b { color: #1f2328; }
  .author span { border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; font-size: 12px; }`;

/** Mermaid with GitHub's settings; then the height of it all goes into the title, for whoever takes the picture. */
const script = (mermaid) => `
  <script src="${mermaid}"></script>
  <script>
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'default' });
    mermaid.run({ querySelector: '.mermaid' }).catch((error) => document.body.append(String(error)))
      .finally(() => { document.title = String(document.documentElement.scrollHeight); });
  </script>`;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export function githubPage(markdown, mermaid) {
  const renderer = {
    code({ text, lang }) {
      return lang === 'mermaid' && mermaid !== undefined ? `<pre class="mermaid">${escaped(text)}</pre>` : false;
    },
  };
  marked.use({ renderer, gfm: true });
  const end =
    mermaid === undefined
      ? '<script>document.title = String(document.documentElement.scrollHeight);</script>'
      : script(mermaid);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>0</title><style>${STYLE}</style></head>
<body>${marked.parse(markdown)}${end}</body></html>`;
}
