import { callApi, type ApiRequest } from './api-client.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

const LARGEST_PAGE = 200;

/** Every record of a list that the API gives in pages. */
export async function loadPages<Item>(
  path: string,
  query: NonNullable<ApiRequest['query']>,
  signal: AbortSignal,
  largestPage = LARGEST_PAGE,
): Promise<readonly Item[]> {
  const load = (page: number): Promise<Page<Item>> =>
    callApi<Page<Item>>(path, { query: { ...query, page, size: largestPage }, signal });
  const first = await load(1);
  const pagesLeft = Math.ceil(first.total / largestPage) - 1;
  const rest = await Promise.all(Array.from({ length: Math.max(0, pagesLeft) }, (_, index) => load(index + 2)));
  return [first, ...rest].flatMap(({ items }) => items);
}
