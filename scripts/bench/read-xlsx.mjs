import { inflateRawSync } from 'node:zlib';

/** Bytes of one part of a zip archive, found through its central directory. */
function part(zip, wanted) {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = zip.readUInt32LE(end + 16);
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      return inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20)));
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`the archive has no ${wanted}`);
}

const plain = (text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** Cells of the first sheet as text, row by row; a reader that shares nothing with the portal's writer. */
export function readSheet(zip) {
  const xml = part(zip, 'xl/worksheets/sheet1.xml').toString('utf8');
  return [...xml.matchAll(/<row [^>]*>([\s\S]*?)<\/row>/g)].map(([, cells]) =>
    [...cells.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)].map(([, , inner = '']) =>
      plain([...inner.matchAll(/<(?:t|v)(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('')),
    ),
  );
}
