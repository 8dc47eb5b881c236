import { describe, expect, it } from 'vitest';
import { shown } from './support.ts';

describe('an abbreviation that the page defines', () => {
  it.each([
    [
      'counts from there on',
      'Benign fasciculation syndrome (BFS) is harmless. BFS is common.',
      'BFS → benign-fasciculation-syndrome',
      2,
    ],
    [
      'counts in other blocks',
      'He has benign fasciculation syndrome (BFS).\nLiving with BFS and twitches.',
      'BFS → benign-fasciculation-syndrome',
      2,
    ],
    ['may be new to us', 'Diffuse muscle weakness (DMW) is treated. DMW again.', 'DMW → muscle-weakness', 2],
    ['may stand first', 'HD (Huntington’s disease) is inherited. HD is rare.', 'HD → huntington-disease', 2],
    ['may be spelled out', 'CTS = carpal tunnel syndrome. CTS is common.', 'CTS → carpal-tunnel-syndrome', 2],
    [
      'is what its letters spell, not more',
      'Low parathyroid hormone (PTH) in patients. PTH was low.',
      'PTH → parathyroid-hormone',
      2,
    ],
    [
      'may begin before the word that its letters lead back to',
      'Proton pump inhibitors (PPIs) for reflux. PPIs lower magnesium.',
      'PPIs → proton-pump-inhibitor',
      2,
    ],
    [
      'may stand in quotation marks',
      'Diffuse muscle weakness ("DMW") is treated. DMW again.',
      'DMW → muscle-weakness',
      2,
    ],
    ['after a quoted name', '“Diffuse muscle weakness” (DMW) is treated. DMW again.', 'DMW → muscle-weakness', 2],
    ['may stand in square brackets', 'Diffuse muscle weakness [DMW] is treated. DMW too.', 'DMW → muscle-weakness', 2],
    ['may follow "or"', 'Diffuse muscle weakness (or DMW) is treated. DMW again.', 'DMW → muscle-weakness', 2],
    ['may follow "also called"', 'Muscle cramps (also called MC) are common. MC hurts.', 'MC → muscle-cramp', 2],
    ['may be for short', 'Diffuse muscle weakness (DMW for short) is treated. DMW.', 'DMW → muscle-weakness', 2],
    ['may share its bracket', 'Diffuse muscle weakness (DMW, see below) is treated. DMW.', 'DMW → muscle-weakness', 2],
    [
      'may go without',
      'Carpal tunnel syndrome, or CTX, is rare. Muscle cramps, also known as MC, hurt.',
      'MC → muscle-cramp',
      1,
    ],
    ['may be explained', 'MC stands for muscle cramps. Living with MC.', 'MC → muscle-cramp', 2],
    ['beats another meaning', 'Myasthenia gravis (MG) and weakness: MG is rare.', 'MG → myasthenia-gravis', 2],
  ])('%s', (_name, text, mark, times) => {
    expect(shown(text).filter((line) => line === mark)).toHaveLength(times);
  });

  it.each([
    ['before it is defined', 'DMW first.\nDiffuse muscle weakness (DMW) later.', 'DMW', 1],
    ['when it is something else', 'The mass spectrometer (MS) ran. MS data was kept by the software.', 'MS', 0],
    ['when it says more than the form', 'Rats on a high-salt (HS) diet had kidney damage. HS rats.', 'HS', 0],
    [
      'when half of it is something else',
      'Familial Mediterranean fever (MF) is inherited. MF runs in families.',
      'MF',
      0,
    ],
    ['when it is a part of a figure', 'Muscle weakness (W, X) in patients. Panel W shows it.', 'W', 0],
    ['when it merely comes next', 'In Cushing’s syndrome, the CR was normal, but CR fell.', 'CR', 0],
    ['when its letters are not there', 'Muscle weakness (XYZ) occurs. XYZ again.', 'XYZ', 0],
  ])('does not count %s', (_name, text, short, times) => {
    expect(shown(text).filter((line) => line.startsWith(`${short} →`))).toHaveLength(times);
  });

  it('does not reach another page', () => {
    shown('Diffuse muscle weakness (DMW).');
    expect(shown('DMW and magnesium.')).toEqual(['magnesium → magnesium']);
  });
});
