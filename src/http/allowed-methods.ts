import type { Request } from 'express';

interface RouteLayer {
  readonly match: (path: string) => unknown;
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
}

/** The methods that do exist at the address of this request, upper case; empty when the address is unknown. */
export function allowedMethods(request: Request): readonly string[] {
  const methods = new Set<string>();
  for (const layer of routeLayers(request)) {
    if (layer.route === undefined || !matches(layer, request.baseUrl + request.path)) continue;
    for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].filter((method) => method !== '_ALL').sort();
}

/** Express keeps its routes in `router.stack`; that part of it has no types. */
function routeLayers(request: Request): readonly RouteLayer[] {
  const router = request.app.router as unknown as { readonly stack: readonly RouteLayer[] };
  return router.stack;
}

function matches(layer: RouteLayer, path: string): boolean {
  try {
    return layer.match(path) !== false;
  } catch {
    return false;
  }
}
