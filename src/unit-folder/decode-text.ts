import { isUtf8 } from 'node:buffer';

/** Why a file cannot be read as text. */
interface UnreadableText {
  readonly ok: false;
  readonly code: 'inte-text' | 'teckenkodning';
  readonly message: string;
}

export type DecodedText = { readonly ok: true; readonly text: string } | UnreadableText;

/** What the bytes 0x80–0x9F mean in Windows-1252; the five it leaves out are not text. */
const WINDOWS_1252_UPPER = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';
/** First bytes of what people rename to .csv: zip (xlsx), OLE (xls), PDF, PNG, JPEG, gzip. */
const BINARY_SIGNATURES = ['504b0304', 'd0cf11e0', '25504446', '89504e47', 'ffd8ff', '1f8b'];

/**
 * The text of a file in UTF-8 (with or without BOM), UTF-16 (with BOM) or Windows-1252, as NFC. Never replaces a
 * character it cannot read: å becomes å or the file is refused.
 */
export function decodeText(content: Uint8Array): DecodedText {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (BINARY_SIGNATURES.some((signature) => bytes.subarray(0, 4).toString('hex').startsWith(signature))) {
    return { ok: false, code: 'inte-text', message: 'Filen är inte en textfil. Spara den som CSV.' };
  }
  const text = decodeUtf16(bytes) ?? decodeUtf8(bytes) ?? decodeWindows1252(bytes);
  if (text === null) {
    return {
      ok: false,
      code: 'teckenkodning',
      message: 'Filens teckenkodning går inte att läsa utan att tappa tecken.',
    };
  }
  return { ok: true, text: text.normalize('NFC') };
}

function decodeUtf16(bytes: Buffer): string | null {
  const mark = bytes.subarray(0, 2).toString('hex');
  if ((mark !== 'fffe' && mark !== 'feff') || bytes.length % 2 !== 0) return null;
  const littleEndian = mark === 'fffe' ? bytes : Buffer.from(bytes).swap16();
  const text = littleEndian.subarray(2).toString('utf16le');
  return /\p{Surrogate}/u.test(text) ? null : text;
}

const decodeUtf8 = (bytes: Buffer): string | null =>
  isUtf8(bytes) ? bytes.toString('utf8').replace('\ufeff', '') : null;

/**
 * Any bytes are Windows-1252 in a way, so it must look like it: only bytes the code page has, no control characters, and
 * no Ã or Â before a sign, which is what broken UTF-8 looks like. (Own table: Node's decoder for it has mapped 0x80–0x9F
 * wrongly in several releases.)
 */
function decodeWindows1252(bytes: Buffer): string | null {
  const text = bytes
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (character) => WINDOWS_1252_UPPER.charAt(character.charCodeAt(0) - 0x80));
  // eslint-disable-next-line no-control-regex -- control characters are what tells text from other bytes
  const isControlled = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
  const isBrokenUtf8 = /[ÃÂ][^\p{L}\s]/u.test(text);
  return isControlled || isBrokenUtf8 ? null : text;
}
