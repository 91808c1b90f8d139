/** The name a column is known by: any case, with or without å ä ö, spaces or a `*` behind. */
export const normaliseColumn = (written: string): string =>
  written
    .normalize('NFC')
    .replaceAll('\ufeff', '')
    .trim()
    .toLowerCase()
    .replaceAll(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .replaceAll('é', 'e')
    .replaceAll('*', '')
    .trim()
    .replaceAll(/[\s-]+/g, '_');
