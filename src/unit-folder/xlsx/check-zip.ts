import { inflateRawSync } from 'node:zlib';

export type ZipCheck = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

/** What a workbook may unpack to: 50 000 rows of the widest file take about half of it. */
const MOST_UNPACKED_BYTES = 60 * 1024 * 1024;
const MOST_ENTRIES = 1000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const ENCRYPTED_FLAG = 0x1;
const DEFLATED = 8;

/**
 * Unpacks every part of a workbook within limits before a library opens it, believing no size that the file states: a bomb is
 * refused after at most that many bytes. Macros and document types (which may name other files) are refused too.
 */
export function checkZip(content: Uint8Array): ZipCheck {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = directoryOf(bytes);
  if (entries === null) return refused('xlsx.trasig', 'Filen är skadad och kan inte öppnas.');
  if (entries.length > MOST_ENTRIES) return refused('xlsx.for-stor', 'Filen har för många delar.');
  let left = MOST_UNPACKED_BYTES;
  for (const entry of entries) {
    if (entry.isEncrypted) return refused('xlsx.losenord', 'Filen är skyddad med lösenord.');
    if (/vbaProject\.bin$/i.test(entry.name)) return refused('xlsx.makro', 'Filen innehåller makron.');
    const part = unpack(bytes, entry, left);
    if (part === null) return refused('xlsx.trasig', 'Filen är skadad och kan inte öppnas.');
    if (part === 'too-large') return refused('xlsx.for-stor', 'Filen blir för stor när den packas upp.');
    left -= part.length;
    if (/\.(xml|rels)$/i.test(entry.name) && part.includes('<!DOCTYPE')) {
      return refused('xlsx.trasig', 'Filen innehåller en dokumenttyp, vilket en arbetsbok inte har.');
    }
  }
  return { ok: true };
}

interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

/** Null: no directory, or one that points outside the file. */
function directoryOf(bytes: Buffer): readonly ZipEntry[] | null {
  let end = bytes.length - END_SIZE;
  // A comment of at most 65 535 bytes may stand behind the end record.
  while (end >= 0 && end > bytes.length - END_SIZE - 65_536 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0 || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameBytes),
      isEncrypted: (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) !== 0,
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_SIZE + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(bytes: Buffer, { headerAt, method, packedBytes }: ZipEntry, most: number): Buffer | 'too-large' | null {
  if (headerAt + LOCAL_HEADER_SIZE > bytes.length) return null;
  const from = headerAt + LOCAL_HEADER_SIZE + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (method !== DEFLATED) return packed.length > most ? 'too-large' : packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const isTooLarge =
      typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'too-large' : null;
  }
}

const refused = (code: string, message: string): ZipCheck => ({ ok: false, code, message });
