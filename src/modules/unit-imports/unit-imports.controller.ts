import { Controller, HttpCode, Post, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { AnyFilesInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { unitImportAnswer, unitImportQuery, type UnitImportAnswer, type UnitImportQuery } from '@hemtjanst/contracts';
import { Access } from '../../http/access.js';
import { CurrentCaller, type Caller } from '../../http/caller.js';
import { ZodAnswer, ZodParam, ZodQuery } from '../../http/contract.js';
import { invalidValues, unsupportedContentType } from '../../http/problems.js';
import { UnitImportsService } from './unit-imports.service.js';

/** A file of a form, in memory. */
interface FormFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

const MAX_FILES = 30;
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Sending the same files again changes nothing, so a repeat needs no key of its own. */
@ApiTags('Import')
@Controller('units/:unitId/imports')
@Access({ roles: ['planerare', 'samordnare', 'enhetschef', 'admin'] })
export class UnitImportsController {
  constructor(private readonly imports: UnitImportsService) {}

  @Post()
  @HttpCode(200)
  @UseInterceptors(AnyFilesInterceptor({ limits: { files: MAX_FILES, fileSize: MAX_FILE_BYTES, fields: 0 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } } },
  })
  @ZodAnswer(unitImportAnswer)
  importFiles(
    @CurrentCaller() caller: Caller,
    @ZodParam('unitId') unitId: string,
    @ZodQuery(unitImportQuery) { preview }: UnitImportQuery,
    @UploadedFiles() files: readonly FormFile[] | undefined,
  ): Promise<UnitImportAnswer> {
    if (files === undefined) throw unsupportedContentType('Skicka filerna som multipart/form-data.');
    return this.imports.importFiles(caller, unitId, byName(files), preview === 'true');
  }
}

/** A browser that sends a folder may name files with their path: the last part counts. */
function byName(files: readonly FormFile[]): ReadonlyMap<string, Uint8Array> {
  const named = new Map<string, Uint8Array>();
  for (const { originalname, buffer } of files) {
    const name = originalname.split(/[\\/]/).at(-1) ?? originalname;
    if (named.has(name.toLowerCase()))
      throw invalidValues([{ pointer: '', code: 'fil-dubbel', detail: 'Samma fil är skickad två gånger.' }]);
    named.set(name.toLowerCase(), buffer);
  }
  if (named.size === 0) throw invalidValues([{ pointer: '', code: 'fil-saknas', detail: 'Ingen fil är skickad.' }]);
  return named;
}
