/**
 * The Markdown of the bot's Teams cards, as far as the bot writes it: escaped characters and links. The
 * `adaptivecards` package takes HTML for it, so everything is escaped on the way.
 */

import type { Token } from '../token';

const LINK = /\[((?:\\.|[^\\\]])*)\]\((https:\/\/[^\s()<>]*)\)/gsu;

/** HTML for a card's text: one paragraph, its links, nothing else. */
export function toHtml(markdown: string): string {
  return `<p>${readMarkdown(markdown).map(tokenHtml).join('')}</p>`;
}

/** Splits a card's Markdown into text and links, with the escaping taken off. */
export function readMarkdown(markdown: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of markdown.matchAll(LINK)) {
    const [whole, label = '', url = ''] = match;
    tokens.push({ kind: 'text', text: unescapeMarkdown(markdown.slice(from, match.index)) });
    tokens.push({ kind: 'link', text: unescapeMarkdown(label), url });
    from = match.index + whole.length;
  }
  tokens.push({ kind: 'text', text: unescapeMarkdown(markdown.slice(from)) });
  return tokens.filter(({ text }) => text !== '');
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([^\p{L}\p{N}\s])/gu, '$1');
}

function tokenHtml(token: Token): string {
  const text = escapeHtml(token.text);
  if (token.kind === 'text') return text;
  return `<a href="${escapeHtml(token.url)}" target="_blank" rel="noopener noreferrer">${text}</a>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
