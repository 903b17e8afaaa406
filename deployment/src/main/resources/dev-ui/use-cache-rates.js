import { LitElement, html, css } from 'lit';
import { KINDS } from './use-cache-live-log.js';
import { percent } from './use-cache-text.js';

const RATES = [
    { name: 'hits', of: 'hits', kind: KINDS.HIT },
    { name: 'stale hits', of: 'staleHits', kind: KINDS.STALE_HIT },
    { name: 'misses', of: 'misses', kind: KINDS.MISS },
    { name: 'L2 hits', of: 'sharedHits', kind: KINDS.SHARED_HIT },
    { name: 'loads', of: 'loads', kind: KINDS.LOAD },
    { name: 'failures', of: 'failures', kind: KINDS.LOAD_FAILED },
    { name: 'revalidations', of: 'revalidations', kind: KINDS.REVALIDATION }
];

/** What happens in a second, as numbers. */
class UseCacheRates extends LitElement {

    static styles = css`
        :host {
            display: grid;
            grid-template-columns: 1fr 1fr;
            align-content: center;
            gap: 10px 24px;
            font-variant-numeric: tabular-nums;
        }
        .number {
            font-size: var(--lumo-font-size-xl);
            line-height: 1.2;
        }
        .name {
            color: var(--lumo-secondary-text-color);
            font-size: var(--lumo-font-size-s);
            white-space: nowrap;
        }
        .ratio {
            grid-column: 1 / -1;
        }
    `;

    static properties = { rates: { attribute: false }, shared: { type: Boolean } };

    render() {
        const served = this.rates.hits + this.rates.staleHits;
        const calls = served + this.rates.misses;
        return html`<div class="ratio">
                <div class="number">${percent(calls === 0 ? null : served / calls)}</div><div class="name">hit ratio</div>
            </div>
            ${RATES.filter(({ of }) => this.shared || of !== 'sharedHits').map(({ name, of }) => html`<div>
                <div class="number">${this.rates[of].toLocaleString(undefined, { maximumFractionDigits: this.rates[of] < 10 ? 1 : 0 })}</div>
                <div class="name">${name}/s</div>
            </div>`)}`;
    }
}
customElements.define('use-cache-rates', UseCacheRates);
