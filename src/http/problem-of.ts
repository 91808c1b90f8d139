import { HttpException } from '@nestjs/common';
import { DomainError } from '@hemtjanst/domain';
import { databaseFaultOf, isUnavailable, type DatabaseFault } from '../database/sql-state.js';
import { Problem } from './problem.js';
import { conflict, internalFault, invalidAddress, invalidValues, notFound, unavailable } from './problems.js';

/** The problem that tells a caller what went wrong; anything unforeseen is a 500 that reveals nothing. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DomainError) return problemOfDomainError(error);
  if (error instanceof URIError) return invalidAddress();
  const fault = databaseFaultOf(error);
  if (fault !== null) return problemOfDatabaseFault(fault);
  if (error instanceof HttpException) return problemOfHttpException(error);
  return internalFault();
}

/** A broken domain rule is a conflict with the present state; "…NOT_FOUND" and "finns-inte" codes are absences. */
function problemOfDomainError(error: DomainError): Problem {
  const code = error.code.toLowerCase().replaceAll('_', '-');
  if (code === 'finns-inte' || code.endsWith('not-found')) return notFound();
  return conflict(code, error.message, Object.keys(error.details).length === 0 ? {} : { details: error.details });
}

function problemOfDatabaseFault(fault: DatabaseFault): Problem {
  if (isUnavailable(fault)) return unavailable();
  switch (fault.code) {
    case '23505':
      return conflict('finns-redan', 'Det finns redan en sådan post.', { constraint: fault.constraint });
    case '23P01':
      return conflict('krock', 'Uppgiften krockar i tid med en annan.', { constraint: fault.constraint });
    case '23503':
      return conflict('bruten-koppling', 'Posten hör ihop med en annan som saknas eller finns kvar.', {
        constraint: fault.constraint,
      });
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
    case '22021':
    case '22P05':
    case '23502':
    case '23514':
      return invalidValues([{ pointer: '', code: 'ogiltigt-varde', detail: 'Ett värde kan inte sparas.' }]);
    default:
      return internalFault();
  }
}

/** What Nest itself throws: its texts are English and its shape another, so only the status is kept. */
function problemOfHttpException(error: HttpException): Problem {
  const status = error.getStatus();
  if (status === 404) return notFound('Adressen finns inte.');
  if (status >= 500) return internalFault();
  return new Problem({ status, code: 'fel-anrop', title: 'Anropet kan inte besvaras' });
}
