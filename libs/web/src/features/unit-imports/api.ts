import type { UnitImportAnswer } from '@hemtjanst/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.js';

/** Reads the files without saving (preview), or saves what they say. */
export function useImport(unitId: string, isPreview: boolean) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (files: readonly File[]) => {
      const form = new FormData();
      for (const file of files) form.append('files', file, file.name);
      return callApi<UnitImportAnswer>(`/units/${unitId}/imports`, {
        method: 'POST',
        form,
        query: { preview: String(isPreview) },
      });
    },
    // A folder may change everything that has been shown.
    onSuccess: () => (isPreview ? undefined : queries.invalidateQueries()),
  });
}
