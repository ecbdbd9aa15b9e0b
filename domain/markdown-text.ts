/** Characters that mean something in Markdown or HTML. */
const special = /[\\`*_{}[\]()<>#+\-!|~&]/g;
/** Tokens and codes, ours and Amazon's: long words without a space, and words with a known beginning. */
const secretLike = /(?:prn_|whsec_|Atz[ar]\||amzn1\.)\S+|[\w|+/=.~-]{32,}/gi;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Text of a stranger, such as the name of a store, as one line of Markdown that shows nothing but text: no markup, link
 * or image, no e-mail address and nothing like a token. Long text is cut.
 */
export function markdownText(text: string, maxLength = 60): string {
  const line = text
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .replaceAll(/\S*@\S*/g, '…')
    .replaceAll(secretLike, (word) => (uuid.test(word) ? word : '…'))
    // Addresses become links even where their characters are escaped.
    .replaceAll('://', ': //')
    .replaceAll(/\bwww\./gi, 'www .')
    .trim();
  const shown = Array.from(line).slice(0, maxLength).join('');
  return `${shown}${shown === line ? '' : '…'}`
    .replaceAll(special, String.raw`\$&`)
    .replace(/^(\d+)\./, String.raw`$1\.`);
}
