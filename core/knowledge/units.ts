/**
 * Conversions between the conventional units that laboratories and labels in the US print and the units used elsewhere.
 * Factors follow from molar masses (IUPAC standard atomic weights 2021): mg/dL × 10 / (g/mol) = mmol/L.
 */
import type { Value } from './values.ts';

interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  /** Added after the factor, where the zeros of the two scales differ. */
  readonly offset?: number;
  /** Decimals worth printing in the target unit. */
  readonly decimals: number;
  /** Digits worth printing in the source unit, where three are too few. */
  readonly digits?: number;
}

const perDecilitre = (molarMass: number, decimals: number): Conversion => ({
  from: 'mg/dL',
  to: 'mmol/L',
  factor: 10 / molarMass,
  decimals,
});
const perMillilitre = (
  molarMass: number,
  to: 'µmol/L' | 'nmol/L' | 'pmol/L',
  from: 'µg/mL' | 'ng/mL' | 'pg/mL',
  decimals: number,
): Conversion => ({
  from,
  to,
  // µg/mL = mg/L, ng/mL = µg/L, pg/mL = ng/L; divided by g/mol gives mmol/L and so on, times 1000 the next smaller unit.
  factor: 1000 / molarMass,
  decimals,
});

/** analyte → its conversion. The key is what an entry's `analyte` names. */
export const CONVERSIONS: Readonly<Record<string, Conversion>> = {
  magnesium: perDecilitre(24.305, 2),
  calcium: perDecilitre(40.078, 2),
  phosphate: perDecilitre(30.974, 2),
  glucose: perDecilitre(180.156, 1),
  cholesterol: perDecilitre(386.65, 1),
  potassium: { from: 'mEq/L', to: 'mmol/L', factor: 1, decimals: 1 },
  sodium: { from: 'mEq/L', to: 'mmol/L', factor: 1, decimals: 0 },
  chloride: { from: 'mEq/L', to: 'mmol/L', factor: 1, decimals: 0 },
  creatinine: { from: 'mg/dL', to: 'µmol/L', factor: 10_000 / 113.12, decimals: 0 },
  albumin: { from: 'g/dL', to: 'g/L', factor: 10, decimals: 0 },
  hemoglobin: { from: 'g/dL', to: 'g/L', factor: 10, decimals: 0 },
  'vitamin-b12': perMillilitre(1355.4, 'pmol/L', 'pg/mL', 0),
  'vitamin-d': perMillilitre(400.64, 'nmol/L', 'ng/mL', 0),
  folate: perMillilitre(441.4, 'nmol/L', 'ng/mL', 1),
  ferritin: { from: 'ng/mL', to: 'µg/L', factor: 1, decimals: 0 },
  pth: { from: 'pg/mL', to: 'pmol/L', factor: 1 / 9.4, decimals: 1 },
  tsh: { from: 'µIU/mL', to: 'mIU/L', factor: 1, decimals: 1 },
  homocysteine: { from: 'mg/L', to: 'µmol/L', factor: 1000 / 135.18, decimals: 0 },
  'methylmalonic-acid': { from: 'ng/mL', to: 'nmol/L', factor: 1000 / 118.09, decimals: 0 },
  // Alpha-tocopherol.
  'vitamin-e': perMillilitre(430.71, 'µmol/L', 'µg/mL', 1),
  // Pyridoxal 5'-phosphate (PLP), the form that is measured.
  'vitamin-b6': perMillilitre(247.14, 'nmol/L', 'ng/mL', 0),
  // 1 kat turns over 1 mol a second, 1 U 1 µmol a minute.
  'creatine-kinase': { from: 'U/L', to: 'µkat/L', factor: 1 / 60, decimals: 2 },
  // By definition, 1 IU is 0.025 µg of vitamin D2 or D3.
  'vitamin-d-intake': { from: 'IU/day', to: 'µg/day', factor: 1 / 40, decimals: 1 },
  'body-temperature': { from: '°F', to: '°C', factor: 5 / 9, offset: -160 / 9, decimals: 1, digits: 4 },
  lead: { from: 'µg/dL', to: 'µmol/L', factor: 10 / 207.2, decimals: 2 },
};

/**
 * `value` of `analyte` in the other unit of the pair, rounded to the decimals worth printing;
 * undefined where the analyte or the unit is not known.
 */
export function convert(analyte: string, value: Value, unit: string): { value: Value; unit: string } | undefined {
  const conversion = CONVERSIONS[analyte];
  if (!conversion || (unit !== conversion.from && unit !== conversion.to)) return undefined;
  const forward = unit === conversion.from;
  const { factor, offset = 0, decimals, digits = 3 } = conversion;
  const round = (number: number | undefined) =>
    number === undefined
      ? undefined
      : forward
        ? Number((number * factor + offset).toFixed(decimals))
        : Number(((number - offset) / factor).toPrecision(digits));
  const low = round(value.low);
  const high = round(value.high);
  return {
    value: { ...(low !== undefined && { low }), ...(high !== undefined && { high }) },
    unit: forward ? conversion.to : conversion.from,
  };
}
