import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { CodedRecord, ListCell, ListFile } from './list-file.js';

const TABLES: Readonly<Record<CodedRecord, string>> = {
  brukare: 'brukare',
  employee: 'employee',
  'ramtid-order': 'ramtid_order',
  shift: 'shift',
  'work-group': 'work_group',
};

/** Writes the unit's own numbers where a list holds ids: nobody who opens a spreadsheet knows the ids. */
@Injectable()
export class ListCodes {
  constructor(private readonly database: Database) {}

  async write(file: ListFile): Promise<ListFile> {
    const codes = new Map<number, ReadonlyMap<string, string>>();
    for (const [column, record] of Object.entries(file.idColumns ?? {})) {
      const at = file.columns.indexOf(column);
      codes.set(at, await this.findCodes(record, idsIn(file, at)));
    }
    if (codes.size === 0) return file;
    const cell = (value: ListCell, at: number): ListCell =>
      typeof value === 'string' ? (codes.get(at)?.get(value) ?? value) : value;
    return { ...file, rows: file.rows.map((row) => row.map(cell)) };
  }

  /** The ids stand in an answer that the caller was given, so they need no further unit. */
  private async findCodes(record: CodedRecord, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ readonly id: string; readonly code: string }>(
      `SELECT id, code FROM ${TABLES[record]} WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, code }) => [id, code]));
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cell of such a column may also hold words, e.g. "alla grupper". */
const idsIn = ({ rows }: ListFile, at: number): readonly string[] => [
  ...new Set(
    rows.flatMap((row) => {
      const cell = row[at];
      return typeof cell === 'string' && ID.test(cell) ? [cell] : [];
    }),
  ),
];
