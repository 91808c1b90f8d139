const sv = {
  short: (performed: string, forecast: string, ordered: string) =>
    `${performed} h utfört, prognos ${forecast} av ${ordered} h`,
  long: (ordered: string, performed: string, left: string) =>
    `Beställt ${ordered} h, utfört ${performed} h, återstår i planer och mönster ${left} h.`,
  forecast: (hours: string) => `Prognos ${hours} h.`,
};

const en: typeof sv = {
  short: (performed, forecast, ordered) => `${performed} h performed, forecast ${forecast} of ${ordered} h`,
  long: (ordered, performed, left) =>
    `Ordered ${ordered} h, performed ${performed} h, left in plans and pattern ${left} h.`,
  forecast: (hours) => `Forecast ${hours} h.`,
};

export const ramtidTexts = { sv, en };
