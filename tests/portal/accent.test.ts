import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentColours, accentRemark, contrastOf } from '../../src/layouts/accent.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the owner’s colour', () => {
  it('can be read in both schemes, whatever it is', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const { light, dark, darkBand } = accentColours(accent);
        expect(contrastOf(light, '#fbf8f3')).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf('#ffffff', light)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(dark, '#1b1916')).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf('#16140f', dark)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf('#ffffff', darkBand)).toBeGreaterThanOrEqual(7);
      }),
    );
  });

  it('is left as it is when it can be read already', () => {
    expect(accentColours('#0f5c66').light).toBe('#0f5c66');
  });

  it('is named at build, with what is shown instead, when it is too pale for text', () => {
    expect(accentRemark('#ffcc00')).toMatch(/#ffcc00 has a contrast of 1\.4 .* are #[0-9a-f]{6} instead/);
    expect(accentRemark('#0f5c66')).toBeUndefined();
  });

  it('is compared the way WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 1);
  });
});
