/** The times that a ZIP archive gives its entries, taken out: 1 January 1980, the first that it can say. */
const FIRST_DAY = 0x00_21_00_00;
const CENTRAL = 0x02_01_4b_50;
const END = 0x06_05_4b_50;

/**
 * The same archive without a clock. Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.12.
 * @param archive of fewer than 65,535 entries and 4 GB; it is changed in place
 * @throws RangeError when it is none
 */
export function withoutClock(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  let end = archive.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0) throw new RangeError('this is no archive');
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < count; entry += 1) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError(`entry ${entry} of the archive is not there`);
    view.setUint32(at + 12, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_DAY, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
