// Takes a credential out of a picture the way a stranger does who has read the standard only.
import { inflateSync } from 'node:zlib';
import { DOMParser } from '@xmldom/xmldom';
import extract from 'png-chunks-extract';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';

function text(data) {
  const bytes = Buffer.from(data);
  const ends = [bytes.indexOf(0)];
  const [compressed] = bytes.subarray(ends[0] + 1);
  ends.push(bytes.indexOf(0, ends[0] + 3));
  ends.push(bytes.indexOf(0, ends[1] + 1));
  const content = bytes.subarray(ends[2] + 1);
  return { keyword: bytes.toString('latin1', 0, ends[0]), compressed, content: (compressed ? inflateSync(content) : content).toString('utf8') };
}

/** The credentials of a PNG: its iTXt chunks of the standard's keyword. */
export const png = ({ picture }) => ({
  found: extract(Buffer.from(picture, 'base64')).filter(({ name }) => name === 'iTXt').map(({ data }) => text(data))
    .filter(({ keyword }) => keyword === 'openbadgecredential'),
});

/** The credentials of an SVG: its elements of the standard's namespace. */
export function svg({ picture }) {
  const document = new DOMParser().parseFromString(picture, 'image/svg+xml');
  const elements = [...document.getElementsByTagNameNS(namespace, 'credential')];
  return { found: elements.map(one => ({ content: one.textContent, verify: one.getAttribute('verify') })), root: document.documentElement.localName };
}
