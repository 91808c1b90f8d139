import { recordOptions } from '../../lib/field-options.js';
import { useWorkGroups } from '../accounts/api.js';
import { useEmployeeList } from '../employees/api.js';

/** The groups and employees a brukare can be tied to; null until they have been fetched. */
export function useFieldPeople(unitId: string) {
  const groups = useWorkGroups(unitId);
  const employees = useEmployeeList(unitId);
  if (groups.data === undefined || employees.data === undefined) return null;
  return {
    groups: recordOptions(groups.data),
    employees: recordOptions(employees.data),
    underskoterskor: recordOptions(employees.data.filter(({ title }) => title === 'underskoterska')),
  };
}
