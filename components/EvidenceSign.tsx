/** How strong the evidence is, as three bars and in words; the bars alone never carry it. */
import type { Evidence } from '../core/knowledge/knowledge.ts';
import { EVIDENCE_NAME, say } from './words.ts';

const BARS: Readonly<Record<Evidence, number>> = { strong: 3, some: 2, weak: 1, none: 0 };

export function EvidenceSign({ evidence }: { evidence: Evidence }) {
  return (
    <span class="evidence">
      <svg class="evidence-sign" viewBox="0 0 15 10" aria-hidden="true">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            class={bar < BARS[evidence] ? 'full' : undefined}
            x={bar * 5 + 1}
            y={6.5 - bar * 3}
            width="3"
            height={3 + bar * 3}
            rx="0.5"
          />
        ))}
      </svg>
      {say(EVIDENCE_NAME[evidence])}
    </span>
  );
}
