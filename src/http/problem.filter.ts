import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { databaseFaultOf } from '../database/sql-state.js';
import { allowedMethods } from './allowed-methods.js';
import { problemOf } from './problem-of.js';
import type { Problem } from './problem.js';
import { methodNotAllowed } from './problems.js';
import { requestIdOf } from './request-id.js';

/** Every error of every route leaves through here, as problem details. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = this.noRouteProblem(error, request) ?? problemOf(error);
    if (problem.status >= 500) this.report(error, problem, request, requestIdOf(response));
    sendProblem(response, problem);
  }

  /** Nest answers 404 also where the address exists and only the method is wrong. */
  private noRouteProblem(error: unknown, request: Request): Problem | null {
    if (!(error instanceof HttpException) || error.getStatus() !== 404) return null;
    const allow = allowedMethods(request);
    return allow.length === 0 ? null : methodNotAllowed(allow);
  }

  /** Names, addresses and ids may stand in messages, queries and paths: none of them is logged. */
  private report(error: unknown, problem: Problem, request: Request, requestId: string): void {
    const fault = databaseFaultOf(error);
    const cause = fault === null ? nameOf(error) : `SQLSTATE ${fault.code} ${fault.constraint ?? ''}`.trim();
    const route = routePattern(request);
    this.logger.error(`${problem.status} ${request.method} ${route} ${requestId} ${cause}`, framesOf(error));
  }
}

/** Also used before Nest's own routing, where no filter reaches. */
export function sendProblem(response: Response, problem: Problem): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.setHeader('Cache-Control', 'no-store');
  response
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem.toBody(requestIdOf(response))));
}

function routePattern(request: Request): string {
  const route: unknown = request.route;
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '(no route)';
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
