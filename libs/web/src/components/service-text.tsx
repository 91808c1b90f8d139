import type { ReactNode } from 'react';

/** A sentence of the service, which writes Swedish only: said so, for those who hear it (WCAG 2.2, 3.1.2). */
export const ServiceText = ({ children }: { readonly children: ReactNode }) => <span lang="sv">{children}</span>;
