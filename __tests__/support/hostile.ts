/** Texts that somebody else could have written, made to break out of wherever they are shown. */

const ESC = '\u001b';

/** What each of them is after, and the text. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  'a workflow command': '::error title=gotcha::fake',
  'a workflow command after a line end': 'fine\n::stop-commands::x\n::add-mask::the',
  'a workflow command behind a blank': '\u00a0 ::set-output name=x::y',
  'an old workflow command': 'text ##[error]fake ##[group]x',
  'an old command split by colour': `##${ESC}[0m[add-mask]e`,
  'terminal colours and a link': `${ESC}[31mred${ESC}[0m ${ESC}]8;;https://evil.example${ESC}\\click${ESC}]8;;${ESC}\\`,
  'a cleared screen': `${ESC}[2J${ESC}[Hgone \u009b2J`,
  'a table cell': 'a | b | c |\n| --- | --- |\n| d |',
  'an escaped bar': 'a \\| b \\\\| c',
  'a heading': 'x\n\n# Deployed by Mallory\n\n---\n',
  'a list and a quote': '1. one\n- two\n> three',
  'a link, an image and a reference':
    '[click](https://evil.example) ![i](https://evil.example/b.png) [a]: https://evil.example',
  'bare addresses': 'https://evil.example/?q=1 www.evil.example mail@evil.example',
  HTML: '</summary></details><script>alert(1)</script><img src=x onerror=alert(1)><!-- ',
  'an open comment': '<!-- hidden <details><summary>x',
  backticks: '` `` ``` ````',
  'an open fence': '```\n~~~\n```mermaid\npie\n',
  'a shell substitution': '$(touch /tmp/pwned) `id` ; rm -rf / && echo $HOME | sh',
  quotes: `' " '" \\' '; drop table x; --`,
  'a workflow expression': `$\{{ github.token }} $\{{ secrets.AWS }} {{ x }}`,
  Mermaid: '%%{init: {"securityLevel": "loose"}}%% ; click a href "javascript:alert(1)" end\nsection x :crit, a, 1d',
  'mentions and references': '@octocat @org/team #1 GH-1 acme/shop#2 :tada:',
  'a formula and emphasis': '$x^2$ $$y$$ **b** __i__ ~~s~~ *a* _b_ [^1]',
  'right to left and invisible': '\u202egnp.exe\u202c \u2066x\u2069 a\u200bb \u00ad\ufeff',
  'line ends of Unicode': 'a\u2028::error::b\u2029c\u0085d\u000be\u000cf',
  'next to nothing': '\u0000\u0001\u0007\u007f\u200b\ud800.',
  'far too long': `${'A'.repeat(5_000)}\n${'b c '.repeat(20_000)}`,
};

/** What the runner would take a printed line for (actions/runner, ActionCommand.TryParse): both forms of commands. */
export function commandIn(line: string): string | undefined {
  const trimmed = line.trimStart();
  if (trimmed.startsWith('::') && trimmed.indexOf('::', 2) > 0) return trimmed;
  const at = line.indexOf('##[');
  return at >= 0 && line.indexOf(']', at) > 0 ? line.slice(at) : undefined;
}

export const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
