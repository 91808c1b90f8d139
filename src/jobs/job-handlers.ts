import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { StartFault } from '../config/start-fault.js';
import { KnownJobs, type JobDefinition } from './job-definition.js';
import { JOB_HANDLER_KEY, type JobRunner } from './job-handler.js';

export interface HandledJob {
  readonly definition: JobDefinition<unknown>;
  readonly runner: JobRunner<unknown>;
}

/** Finds the handler of every kind of job, and refuses to start when one is missing, doubled or unknown. */
@Injectable()
export class JobHandlers implements OnModuleInit {
  private readonly byKind = new Map<string, HandledJob>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly known: KnownJobs,
  ) {}

  onModuleInit(): void {
    const found = this.findRunners();
    const faults = faultsOf(
      this.known.definitions.map(({ kind }) => kind),
      found.map(({ kind }) => kind),
    );
    if (faults.length > 0) throw new StartFault(faults);
    for (const definition of this.known.definitions) {
      const match = found.find(({ kind }) => kind === definition.kind);
      if (match !== undefined) this.byKind.set(definition.kind, { definition, runner: match.runner });
    }
  }

  find(kind: string): HandledJob | null {
    return this.byKind.get(kind) ?? null;
  }

  private findRunners(): readonly { readonly kind: string; readonly runner: JobRunner<unknown> }[] {
    return this.discovery.getProviders().flatMap((provider) => {
      const { metatype, instance } = provider as { readonly metatype: unknown; readonly instance: unknown };
      const kind: unknown = typeof metatype === 'function' ? Reflect.getMetadata(JOB_HANDLER_KEY, metatype) : undefined;
      return typeof kind === 'string' && isRunner(instance) ? [{ kind, runner: instance }] : [];
    });
  }
}

function isRunner(instance: unknown): instance is JobRunner<unknown> {
  return typeof instance === 'object' && instance !== null && 'run' in instance && typeof instance.run === 'function';
}

/** Every disagreement between the catalogue and the handlers, one line each. */
export function faultsOf(catalogue: readonly string[], handled: readonly string[]): readonly string[] {
  const missing = catalogue.filter((kind) => !handled.includes(kind)).map((kind) => `job ${kind}: no handler`);
  const doubled = [...new Set(handled.filter((kind, index) => handled.indexOf(kind) !== index))];
  const unknown = handled
    .filter((kind) => !catalogue.includes(kind))
    .map((kind) => `job ${kind}: not in the catalogue`);
  return [...missing, ...doubled.map((kind) => `job ${kind}: more than one handler`), ...unknown];
}
