/** What a page of Markdown is made of, as GitHub's flavour reads it: to compare two pages, and to find what does not belong. */
import { marked, type Token, type Tokens } from 'marked';

export interface Shape {
  /** Blocks in order: headings with their depth, tables with the cells of every row, lists with their items, code by language. */
  readonly blocks: readonly string[];
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly html: readonly string[];
  /** Text that is neither code nor HTML: the only place where mentions and addresses would come to life. */
  readonly texts: readonly string[];
  readonly code: readonly { readonly language: string; readonly text: string }[];
}

function block(token: Token): string | undefined {
  switch (token.type) {
    case 'heading':
      return `h${(token as Tokens.Heading).depth}`;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return `table ${[header, ...rows].map((row) => row.length).join(',')}`;
    }
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return `${ordered ? 'ordered' : 'list'} ${items.length}`;
    }
    case 'code':
      return `code ${(token as Tokens.Code).lang ?? ''}`;
    case 'paragraph':
    case 'blockquote':
    case 'hr':
    case 'def':
      return token.type;
    default:
      return undefined;
  }
}

export function shapeOf(markdown: string): Shape {
  const shape = {
    blocks: [] as string[],
    links: [] as string[],
    images: [] as string[],
    html: [] as string[],
    texts: [] as string[],
    code: [] as { language: string; text: string }[],
  };
  marked.walkTokens(marked.lexer(markdown, { gfm: true }), (token) => {
    const name = block(token);
    if (name !== undefined) shape.blocks.push(name);
    if (token.type === 'link') shape.links.push((token as Tokens.Link).href);
    if (token.type === 'image') shape.images.push((token as Tokens.Image).href);
    if (token.type === 'html') shape.html.push(token.raw.trim());
    if (token.type === 'code') {
      const { lang, text } = token as Tokens.Code;
      shape.code.push({ language: lang ?? '', text });
    }
    if (token.type === 'text' && (token as Tokens.Text).tokens === undefined) shape.texts.push(token.raw);
  });
  return shape;
}
