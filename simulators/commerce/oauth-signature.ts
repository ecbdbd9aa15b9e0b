import { createHmac } from 'node:crypto';

/** Percent-encoding of RFC 5849, section 3.6: stricter than encodeURIComponent. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The value of a percent-encoded text; undefined when the encoding is broken. A plus stays a plus, as in Commerce. */
export function percentDecode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export type Parameter = readonly [name: string, value: string];

/**
 * The HMAC-SHA256 signature of a request, RFC 5849 section 3.4.
 * @param url without query; @param parameters of the query and of the header, decoded, without the signature.
 */
export function signRequest(
  method: string,
  url: string,
  parameters: readonly Parameter[],
  consumerSecret: string,
  tokenSecret: string,
): string {
  const sorted = parameters
    .map(([name, value]): Parameter => [percentEncode(name), percentEncode(value)])
    .toSorted(([nameA, valueA], [nameB, valueB]) => order(nameA, nameB) || order(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const baseString = [method.toUpperCase(), url, sorted].map(percentEncode).join('&');
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac('sha256', key).update(baseString).digest('base64');
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
