import { ApiProblem } from '../lib/api-client.js';
import { problemText } from '../lib/problem-text.js';
import { useWording } from '../text/texts.js';
import { ServiceText } from './service-text.js';

/** What went wrong and the next step, in a sentence a person can use. */
export function ProblemLine({ error }: { readonly error: unknown }) {
  const { texts } = useWording();
  const said = problemText(error, texts);
  return error instanceof ApiProblem && error.status !== 0 ? <ServiceText>{said}</ServiceText> : <>{said}</>;
}
