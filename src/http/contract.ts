import { Body, Param, Query, applyDecorators, type PipeTransform } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import type { ProblemFault } from './problem.js';
import { invalidJson, invalidPathValue, invalidValues, unknownFields } from './problems.js';
import { cleanText } from './strict-json.js';
import { UNKNOWN_FIELD, faultsOf } from './zod-faults.js';

/** OpenAPI's word for the JSON schema of a value. */
type JsonSchema = Exclude<
  Extract<Parameters<typeof ApiBody>[0], { readonly schema: unknown }>['schema'],
  { readonly $ref: string }
>;

/**
 * Controller parameter checked by a contract, and described by it in OpenAPI.
 *
 * @example `create(@ZodBody(ramtidOrderRequest) order: RamtidOrderRequest)`
 */
export const ZodBody = (schema: z.ZodType): ParameterDecorator =>
  describedBy(Body(checkedBy(strict(schema), refuseBody)), () => [ApiBody({ schema: toJsonSchema(schema) })]);

/** The whole query string, checked by an object contract (numbers by `z.coerce`). */
export const ZodQuery = (schema: z.ZodObject): ParameterDecorator =>
  describedBy(Query(checkedBy(strict(schema), refuseQuery)), () =>
    Object.entries(schema.shape).map(([name, field]) =>
      ApiQuery({ name, schema: toJsonSchema(field as z.ZodType), required: !acceptsNothing(field as z.ZodType) }),
    ),
  );

/** One part of the path, an UUID where nothing else is said. */
export const ZodParam = (name: string, schema: z.ZodType = z.uuid()): ParameterDecorator =>
  describedBy(
    Param(
      name,
      checkedBy(schema, (faults) => invalidPathValue(named(name, faults))),
    ),
    () => [ApiParam({ name, schema: toJsonSchema(schema) })],
  );

/** What a route answers with, for OpenAPI. */
export const ZodAnswer = (schema: z.ZodType, status = 200): MethodDecorator =>
  applyDecorators(ApiResponse({ status, schema: toJsonSchema(schema, 'output') }));

function checkedBy(schema: z.ZodType, refuse: (faults: readonly ProblemFault[]) => Error): PipeTransform {
  return {
    transform: (value: unknown) => {
      const textFaults: ProblemFault[] = [];
      const parsed = schema.safeParse(cleanQuery(value, textFaults));
      if (parsed.success && textFaults.length === 0) return parsed.data;
      if (value === undefined) throw invalidJson('Innehållet saknas.');
      throw refuse([...textFaults, ...(parsed.success ? [] : faultsOf(parsed.error))]);
    },
  };
}

/** Bodies were cleaned when they were read; texts in the address come here as they were sent. */
function cleanQuery(value: unknown, faults: ProblemFault[]): unknown {
  if (typeof value === 'string') return cleanText(value, '', faults);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' ? cleanText(item, `/${key}`, faults) : item,
    ]),
  );
}

function refuseBody(faults: readonly ProblemFault[]): Error {
  return faults.some(({ code }) => code === UNKNOWN_FIELD) ? unknownFields(faults) : invalidValues(faults);
}

function refuseQuery(faults: readonly ProblemFault[]): Error {
  return refuseBody(faults);
}

function named(name: string, faults: readonly ProblemFault[]): readonly ProblemFault[] {
  return faults.map((fault) => ({ ...fault, pointer: `/${name}`, code: 'ogiltigt-varde' }));
}

/** Unknown fields are refused even where a contract forgot to say so. */
function strict(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject && schema.def.catchall === undefined ? schema.strict() : schema;
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output' = 'input'): JsonSchema {
  const description = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  delete description.$schema;
  return description as JsonSchema;
}

function acceptsNothing(field: z.ZodType): boolean {
  return field.safeParse(undefined).success;
}

/** Nest puts OpenAPI on the method; a parameter decorator knows the method it stands in. */
function describedBy(parameter: ParameterDecorator, describe: () => readonly MethodDecorator[]): ParameterDecorator {
  return (target, method, index) => {
    parameter(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || descriptor === undefined) return;
    for (const decorate of describe()) decorate(target, method, descriptor);
  };
}
