/**
 * Conversions between the conventional units that laboratories in the US print and the SI units used elsewhere.
 * Factors follow from molar masses (IUPAC standard atomic weights 2021): mg/dL × 10 / (g/mol) = mmol/L.
 */
import type { Value } from './values.ts';

interface Conversion {
  readonly from: string;
  readonly to: string;
  readonly factor: number;
  /** Decimals worth printing in the target unit. */
  readonly decimals: number;
}

const perDecilitre = (molarMass: number, decimals: number): Conversion => ({
  from: 'mg/dL',
  to: 'mmol/L',
  factor: 10 / molarMass,
  decimals,
});
const nanograms = (molarMass: number, to: 'nmol/L' | 'pmol/L', from: string, decimals: number): Conversion => ({
  from,
  to,
  // ng/mL = µg/L, pg/mL = ng/L; divided by g/mol gives µmol/L and nmol/L, times 1000 the next smaller unit.
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
  'vitamin-b12': nanograms(1355.4, 'pmol/L', 'pg/mL', 0),
  'vitamin-d': nanograms(400.64, 'nmol/L', 'ng/mL', 0),
  folate: nanograms(441.4, 'nmol/L', 'ng/mL', 1),
  ferritin: { from: 'ng/mL', to: 'µg/L', factor: 1, decimals: 0 },
  pth: { from: 'pg/mL', to: 'pmol/L', factor: 1 / 9.4, decimals: 1 },
  tsh: { from: 'µIU/mL', to: 'mIU/L', factor: 1, decimals: 1 },
  homocysteine: { from: 'mg/L', to: 'µmol/L', factor: 1000 / 135.18, decimals: 0 },
  'methylmalonic-acid': { from: 'ng/mL', to: 'nmol/L', factor: 1000 / 118.09, decimals: 0 },
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
  const factor = forward ? conversion.factor : 1 / conversion.factor;
  const round = (number: number | undefined) =>
    number === undefined
      ? undefined
      : forward
        ? Number((number * factor).toFixed(conversion.decimals))
        : Number((number * factor).toPrecision(3));
  const low = round(value.low);
  const high = round(value.high);
  return {
    value: { ...(low !== undefined && { low }), ...(high !== undefined && { high }) },
    unit: forward ? conversion.to : conversion.from,
  };
}
