import type { UnitSettings } from '../unit/unit-settings.js';
import { LONGEST_WAY_MINUTES } from './shift-time.js';

/** Swedish: what is in the numbers, printed beside them; the unit's own formula is to be confirmed (domain.md section 10). */
export function reportDefinition({
  doubleStaffingCounts,
  efficiencyTarget,
  efficiencyDefinition,
}: Pick<UnitSettings, 'doubleStaffingCounts' | 'efficiencyTarget' | 'efficiencyDefinition'>): string {
  const double = doubleStaffingCounts === 2 ? 'två gånger där beställningen omfattar den, annars en gång' : 'en gång';
  return (
    `Effektivitet = ${RATIO_TEXT[efficiencyDefinition]} (enhetens inställning), mål ${Math.round(efficiencyTarget * 100)} %. ` +
    'Utförda timmar är registrerade besök (justerad tid där den finns), utan larm, avböjda besök och bomtid. ' +
    `Dubbelbemanning räknas ${double}. ` +
    'Beställda timmar är ramtiden per månad fördelad på beställningens dagar, utan larm. ' +
    'Personaltimmar är schemalagd tid för planerad omvårdnadspersonal utan obetald rast och utan frånvaro. ' +
    'Personaltimmarnas delar är tillsammans exakt personaltimmarna: i utfallet är besök och larm som de registrerats, ' +
    'vägarna den publicerade ruttens i den mån besöken utförts (utan rutt: luckor på högst ' +
    `${LONGEST_WAY_MINUTES} minuter mellan registrerade besök), möten de som är inlagda, och oförklarad tid det som blir över.`
  );
}

const RATIO_TEXT: Readonly<Record<UnitSettings['efficiencyDefinition'], string>> = {
  'performed-per-staff': 'utförda timmar / personaltimmar',
  'ordered-per-staff': 'beställda timmar / personaltimmar',
  'performed-per-ordered': 'utförda timmar / beställda timmar',
};
