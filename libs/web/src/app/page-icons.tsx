import type { PageName } from '../lib/access.js';

/** One line drawing a page, on a grid of 20 by 20: no icon font and no package to fetch. */
const PATHS: Readonly<Record<PageName, string>> = {
  orders: 'M5 2.5h7l3 3v12H5zM12 2.5v3h3M7.5 9h5M7.5 12h5M7.5 15h3',
  visits: 'M10 17.5s5.5-5 5.5-9.2A5.5 5.5 0 0 0 4.5 8.3c0 4.2 5.5 9.2 5.5 9.2zM10 10.3a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  week: 'M3 4.5h14v12.5H3zM3 8.5h14M7 2.5v3.5M13 2.5v3.5M6 11.5h3M11 11.5h3M6 14.3h3',
  day: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M15.7 4.3l-1.4 1.4M5.7 14.3l-1.4 1.4',
  lists: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.8M3.5 10h.8M3.5 15h.8',
  myDay: 'M6 2.5h8v15H6zM9 15.2h2',
  time: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 5.5V10l3 2',
  followUp: 'M3 17h14M5 14v-4M9 14V5M13 14V8M16 14v-2',
  register:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 17c0-3 2.2-5 5-5s5 2 5 5M13 4a2.6 2.6 0 0 1 0 5.2M14 12c2.2.4 3.5 2.3 3.5 5',
  settings: 'M3 6h8M15 6h2M13 4v4M3 14h2M9 14h8M7 12v4',
};

export function PageIcon({ name }: { readonly name: PageName }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
