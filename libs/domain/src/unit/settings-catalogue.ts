import type { UnitSettings } from './unit-settings.js';

/** What a person needs to know to judge a setting. Texts are Swedish, as shown. */
export interface SettingEntry {
  readonly key: keyof UnitSettings;
  readonly group: 'ramtid' | 'uppfoljning' | 'genomforandeplan' | 'besok' | 'restid' | 'arbetstid' | 'planering';
  readonly label: string;
  /** What the value is counted in; null where it has no unit. */
  readonly unit: string | null;
  readonly reason: string;
  readonly source: string;
  /** `hog`: sourced for Stockholm or law; `medel`: sourced elsewhere or computed; `lag`: an assumption of the product. */
  readonly confidence: 'hog' | 'medel' | 'lag';
}

type Described = Omit<SettingEntry, 'key' | 'group'>;
type Group = SettingEntry['group'];

const described = (
  label: string,
  unit: string | null,
  reason: string,
  source: string,
  confidence: SettingEntry['confidence'],
): Described => ({ label, unit, reason, source, confidence });

const UNIT_2025 = 'Hägersten-Älvsjö hemtjänst, verksamhetsplan 2025';
const NO_SOURCE = 'Ingen källa för Stockholm hittad';
const LAW = 'Arbetstidslagen och kollektivavtalet AB';
const SUPPLIER_PAGE = 'Stockholms leverantörssidor';

/** Every setting of a unit with the reason and the source of its default (domain.md section 11), group by group. */
const BY_GROUP: Readonly<Record<Group, Partial<Readonly<Record<keyof UnitSettings, Described>>>>> = {
  ramtid: {
    ramtidPeriod: described(
      'Ramtidens period',
      null,
      'I Stockholm är ramtiden en tid per kalendermånad. Andra kommuner beställer per vecka; månadens timmar gånger 12/52 är då veckans ram.',
      'Hässelby-Vällingby 2020; Göteborgs rambeslut',
      'hog',
    ),
    ramtidCarryOverShare: described(
      'Överföring till nästa period',
      'andel av ramen',
      'Ingen tid förs över mellan månader. Den som har en annan överenskommelse anger hur mycket som högst får följa med, sparat eller överdraget.',
      NO_SOURCE,
      'lag',
    ),
    ramtidWarning: described(
      'Varningsgränser för ramtiden',
      'andel av beställd tid',
      'Prognos över 100 % är över ramen, över 95 % nära den, under 80 % outnyttjad: tid under ramen syns i avvikelsekundlistan och kan leda till en mindre beställning.',
      'Antagande; utfört mot beställt var 79–86 % i Stockholm 2014',
      'lag',
    ),
    weekFitsRamtid: described(
      'Veckoplaneringen håller ramen',
      null,
      'Flexibla besök läggs till, flyttas eller lämnas ute så att perioden slutar inom ramen. Varje sådan ändring står i planen med sitt skäl.',
      `${UNIT_2025}: planera tid inom ramen`,
      'hog',
    ),
    flexibleInsatser: described(
      'Insatser som får anpassas',
      null,
      'Service och samvaro kan vänta några dagar; daglig omvårdnad, måltider och tidskritiska besök rörs aldrig.',
      'Antagande',
      'lag',
    ),
    doubleStaffingCounts: described(
      'Dubbelbemanning räknas',
      'gånger',
      'Två medarbetare samtidigt räknas två gånger i utförd tid där beställningen omfattar det.',
      NO_SOURCE,
      'lag',
    ),
    manyHoursPerMonth: described(
      'Många timmar per månad',
      'timmar',
      'Beslut över 99 timmar i månaden kräver särskild delegation i stadsdelen.',
      'Beställarenheten äldre Hägersten-Älvsjö 2022',
      'hog',
    ),
  },
  uppfoljning: {
    efficiencyTarget: described(
      'Effektivitetsmål',
      'andel',
      'Enhetens mått ska inte ligga under 75 %.',
      UNIT_2025,
      'hog',
    ),
    efficiencyDefinition: described(
      'Vad effektivitet betyder',
      null,
      'Utförda timmar delat med personaltimmar stämmer med enhetens siffror, men formeln är inte utskriven.',
      `${UNIT_2025}, uträknat`,
      'medel',
    ),
    continuityGoal: described(
      'Mål för kontinuitet',
      'personer på 14 dagar',
      'Högst 10 personal per hemtjänsttagare med minst två besök om dagen under 14 dagar.',
      UNIT_2025,
      'hog',
    ),
    kronorPerHour: described(
      'Ersättning per utförd timme',
      'kr',
      '485 kr 2024 i egen regi, uppräknat med 1 % till 2025.',
      `${SUPPLIER_PAGE}; ${UNIT_2025}`,
      'medel',
    ),
    monthClosing: described(
      'När månaden stängs',
      null,
      'Ersättningskörningen är den 6:e klockan 18, klockan 10 på en helgdag.',
      `${SUPPLIER_PAGE}: tidsregistrering ParaGå`,
      'hog',
    ),
    smallestCell: described(
      'Minsta grupp som visas',
      'personer',
      'Uppgifter om färre än fem personer kan peka ut någon.',
      'Vedertagen gräns i statistik; antagande här',
      'lag',
    ),
    soonDueDays: described(
      'Hur långt fram listorna ser',
      'dagar',
      'En månad ger tid att boka möten.',
      'Antagande',
      'lag',
    ),
    avvikelseLimits: described(
      'När ett besök är en avvikelse',
      null,
      'En timme från planerad start, mindre än halva eller mer än en och en halv gånger tiden, och slut som saknas en timme efteråt.',
      'Antagande',
      'lag',
    ),
  },
  genomforandeplan: {
    planWithinDays: described(
      'Genomförandeplan inom',
      'dagar',
      'Planen ska till handläggaren inom 15 dagar från beställningen.',
      'Hässelby-Vällingby 2020',
      'hog',
    ),
    followUpWithinMonths: described(
      'Uppföljning inom',
      'månader',
      'Planen följs upp inom sex månader.',
      UNIT_2025,
      'hog',
    ),
  },
  besok: {
    windows: described(
      'Tider på dygnet',
      null,
      'Namnen är vanliga i kommuners planering, klockslagen är antagna.',
      'Antagande',
      'lag',
    ),
    insatsMinutes: described(
      'Vanlig tid per insats',
      'minuter',
      'Ramtiden har inga minuter per insats. Värdena används där genomförandeplanen saknas.',
      'Schabloner i Kristianstad och Solna; Stockholms lista saknas',
      'medel',
    ),
    shortestVisitMinutes: described(
      'Kortaste besök',
      'minuter',
      'Kortare besök hinner inte bli omsorg.',
      'Antagande',
      'lag',
    ),
    visitStepMinutes: described(
      'Steg för besökstid',
      'minuter',
      'Hela femminuterssteg är lätta att läsa.',
      'Antagande',
      'lag',
    ),
    serviceInsatser: described(
      'Insatser som är service',
      null,
      'Service utförs inte på röda dagar utan flyttas där besöket kan flyttas.',
      'Insatslistor i andra kommuner',
      'medel',
    ),
    serviceHours: described(
      'Tider för service',
      null,
      'Service läggs på vardagar dagtid.',
      'Publik planeringskod',
      'medel',
    ),
    genderWish: described(
      'Önskat kön på personal',
      null,
      'Brukarens önskemål vid intim omvårdnad följs alltid om inget annat sägs.',
      'Uppgifter i kommuners planering',
      'medel',
    ),
  },
  restid: {
    handlingSeconds: described(
      'Tid vid varje stopp',
      'sekunder',
      'Parkera, låsa, port och trappa: tre minuter, fem med bil.',
      NO_SOURCE,
      'lag',
    ),
    sameEntranceSeconds: described(
      'Mellan två i samma port',
      'sekunder',
      'En minut till nästa dörr.',
      NO_SOURCE,
      'lag',
    ),
    metalKeySeconds: described(
      'Tillägg för metallnyckel',
      'sekunder',
      'Nyckeln ska fram och tillbaka.',
      'Antagande',
      'lag',
    ),
    portCodeSeconds: described('Tillägg för portkod', 'sekunder', 'Ryms i tiden vid stoppet.', 'Antagande', 'lag'),
    stairsSecondsPerFloor: described(
      'Trappor',
      'sekunder per våning',
      'Sätts av enheten där det behövs.',
      'Antagande',
      'lag',
    ),
    liftSeconds: described('Hiss', 'sekunder', 'Sätts av enheten där det behövs.', 'Antagande', 'lag'),
    minimumDoorToDoorSeconds: described(
      'Kortaste tid mellan två adresser',
      'sekunder',
      'Tre minuter också till grannhuset: schemat ska stämma med tiden som behövs.',
      'Arbetsmiljöverket 2025 om restider i scheman; värdet antaget',
      'lag',
    ),
    winterFactor: described('Vintertillägg', 'gånger', 'Cykel går långsammare i snö och mörker.', 'Antagande', 'lag'),
    winterMonths: described('Vintermånader', null, 'November till mars.', 'Antagande', 'lag'),
    protectedTravelMinutes: described(
      'Restid vid skyddad adress',
      'minuter',
      'Utan koordinat kan ingen väg räknas; tiden sätts för hand.',
      'Antagande',
      'lag',
    ),
    learningSamples: described(
      'Vägar innan dörrtid föreslås',
      'antal',
      'Tio registrerade vägar av minst tre personer, så att ingen enskild mäts.',
      'Antagande',
      'lag',
    ),
    leastRouteSlackMinutes: described(
      'Minsta marginal på en rutt',
      'minuter',
      'En rutt utan några minuters väntan eller ledig tid blir sen av första hinder. Restidsrapporten varnar; den stoppar inte.',
      'Arbetsmiljöverket 2025 om restider i scheman; värdet antaget',
      'lag',
    ),
  },
  arbetstid: {
    startOfShiftMinutes: described(
      'Start av pass',
      'minuter',
      'Överlämning och nycklar på lokalen.',
      'Töreboda 15, Göteborg 30',
      'medel',
    ),
    endOfShiftMinutes: described(
      'Slut på pass',
      'minuter',
      'Dokumentation och överlämning.',
      'Töreboda 15, Göteborg 20',
      'medel',
    ),
    larmShare: described(
      'Tid fri för larm',
      'andel av passet',
      'Hemtjänsten ska normalt vara framme inom 30 minuter.',
      'Andelen är antagen',
      'lag',
    ),
    longestWorkWithoutRastMinutes: described('Längst utan rast', 'minuter', 'Högst fem timmar i följd.', LAW, 'hog'),
    shortestRastMinutes: described('Kortaste rast', 'minuter', 'Minst 30 minuter; kortare är paus.', LAW, 'hog'),
    preferredRastHours: described('När rasten helst läggs', null, 'Mitt i passet.', 'Antagande', 'lag'),
    dygnsvilaMinutes: described('Dygnsvila', 'minuter', 'Minst elva timmar.', LAW, 'hog'),
    veckovilaMinutes: described('Veckovila', 'minuter', 'Minst 36 timmar per sju dagar.', LAW, 'hog'),
    longestShiftSpanMinutes: described('Längsta pass', 'minuter', 'Dygnsvilan lämnar 13 timmar.', LAW, 'hog'),
  },
  planering: {
    weights: described(
      'Vikter i planeringen',
      'sekunder restid',
      'Hur mycket restid ett utelämnat besök, ett nytt ansikte eller ett språk är värt.',
      'Provade på påhittade enheter',
      'lag',
    ),
  },
};

/** In the order they are shown. */
export const SETTINGS_CATALOGUE: readonly SettingEntry[] = Object.entries(BY_GROUP).flatMap(([group, settings]) =>
  Object.entries(settings).map(([key, entry]) => ({
    ...entry,
    key: key as keyof UnitSettings,
    group: group as Group,
  })),
);
