/** Writing XML by concatenation: the answers of all services go through here, so it has to be quick. */

/** What cannot stand in XML as it is: markup, carriage returns, and what XML 1.0 does not allow at all. */
const SPECIAL = /[&<>"]|[^\t\n\x20-\ufffd]/;
const SPECIALS = new RegExp(SPECIAL.source, 'g');

const escapeOne = (character: string): string => {
  switch (character) {
    case '&':
      return '&amp;';
    case '<':
      return '&lt;';
    case '>':
      return '&gt;';
    case '"':
      return '&quot;';
    case '\r':
      return '&#xD;';
    default:
      return '\ufffd'; // XML 1.0 cannot carry the other control characters at all.
  }
};

/** Text as XML content or attribute value. */
export function escapeXml(text: string): string {
  const wellFormed = text.isWellFormed() ? text : text.toWellFormed();
  return SPECIAL.test(wellFormed) ? wellFormed.replace(SPECIALS, escapeOne) : wellFormed;
}

/** `<name>text</name>`, or nothing when there is no value. */
export function element(name: string, value: string | number | boolean | Date | undefined): string {
  if (value === undefined) return '';
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'string' ? escapeXml(value) : String(value);
  return `<${name}>${text}</${name}>`;
}
