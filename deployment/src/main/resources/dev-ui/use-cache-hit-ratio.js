import { LitElement, html, css } from 'lit';
import { percent } from './use-cache-text.js';

/** The share of the calls that were served from the cache. */
class UseCacheHitRatio extends LitElement {

    static styles = css`
        :host {
            display: block;
            text-align: end;
            font-variant-numeric: tabular-nums;
        }
        .line {
            height: 4px;
            margin-top: 2px;
            border-radius: 2px;
            background: var(--lumo-contrast-10pct);
            overflow: hidden;
        }
        .hits {
            height: 100%;
            background: var(--lumo-success-color);
        }
    `;

    static properties = { ratio: { type: Number } };

    render() {
        return html`${percent(this.ratio)}
            <div class="line" aria-hidden="true"><div class="hits" style="width: ${100 * (this.ratio ?? 0)}%"></div></div>`;
    }
}
customElements.define('use-cache-hit-ratio', UseCacheHitRatio);
