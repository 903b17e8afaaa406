import { html, css } from 'lit';
import '@qomponent/qui-badge';
import { application } from './use-cache-application.js';
import { UseCachePage } from './use-cache-page.js';
import { Poll } from './use-cache-poll.js';
import { count, counted, duration, percent } from './use-cache-text.js';

const EVERY_MILLIS = 1000;

const STATES = {
    running: { level: 'success', meaning: 'This node follows the store, and serves what it holds.' },
    'lease-lost': { level: 'warning', meaning: 'The store has not answered for as long as the lease lasts: this node serves only '
        + 'what it has loaded itself, for as long as a lease.' },
    away: { level: 'error', meaning: 'There is no connection to the store. Calls go on without it, and revalidations wait.' }
};

const LEVELS = [
    { name: 'L1', of: 'nearHits', meaning: 'from the memory of this node', color: '--lumo-success-color' },
    { name: 'L2', of: 'sharedHits', meaning: 'from the shared store', color: '--lumo-success-color-50pct' },
    { name: 'method', of: 'loads', meaning: 'loaded on this node', color: '--lumo-primary-color' }
];

/** How this node takes part in the shared store, and which level its calls were served from. */
export class QwcUseCacheStore extends UseCachePage {

    static styles = [UseCachePage.styles, css`
        section {
            max-width: 900px;
            margin-bottom: 24px;
        }
        h4 {
            margin: 8px 0;
        }
        dl {
            display: grid;
            grid-template-columns: 220px 1fr;
            gap: 8px 16px;
            margin: 0;
        }
        dt {
            color: var(--lumo-secondary-text-color);
        }
        dd {
            margin: 0;
        }
        .track {
            display: flex;
            height: 10px;
            border-radius: 5px;
            overflow: hidden;
            background: var(--lumo-contrast-10pct);
        }
        .lease {
            max-width: 320px;
            height: 6px;
            margin-top: 4px;
        }
        .legend {
            display: flex;
            gap: 24px;
            padding-top: 8px;
        }
        .dot {
            display: inline-block;
            width: 8px;
            height: 8px;
            border-radius: 50%;
        }
    `];

    static properties = { _node: { state: true } };

    _poll = new Poll(this, EVERY_MILLIS, () => this._ask());

    hotReload() {
        this._poll.now();
    }

    _ask() {
        return this.answered(application.sharedStore(), node => { this._node = node; });
    }

    render() {
        return html`${this.renderFailure()}${this._node ? html`${this._renderNode(this._node)}${this._renderLevels(this._node)}` : ''}`;
    }

    _renderNode(node) {
        const { level, meaning } = STATES[node.state] ?? { level: 'contrast', meaning: '' };
        return html`<section aria-label="This node">
            <h4>This node</h4>
            <dl>
                <dt>State</dt>
                <dd><qui-badge small level=${level}><span>${node.state}</span></qui-badge>
                    <span class="secondary">${meaning}</span></dd>
                <dt>Generation</dt>
                <dd><code>${node.generation || '–'}</code>
                    <span class="secondary">begun anew ${counted(node.resyncs, 'time', 'times')}, its start included</span></dd>
                <dt>Applied</dt>
                <dd class="number"><code>${node.applied}</code> <span class="secondary">${this._lag(node.lag)}</span></dd>
                <dt>Lease</dt>
                <dd>${this._renderLease(node)}</dd>
                <dt>Pending revalidations</dt>
                <dd class="number ${node.pending > 0 ? 'warning' : ''}">${count(node.pending)}
                    <span class="secondary">${node.pending > 0 ? 'act here, and are sent when the store answers' : ''}</span></dd>
                <dt>Tags it knows</dt>
                <dd class="number">${count(node.knownTags)}</dd>
                ${Object.entries(node.details ?? {}).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}
            </dl>
        </section>`;
    }

    _lag(lag) {
        return lag === 0 ? 'nothing was missing when the store last answered' : `${count(lag)} behind`;
    }

    _renderLease({ leaseMillis, leaseLeftMillis }) {
        const left = Math.max(0, leaseLeftMillis);
        return html`<span class="number ${left === 0 ? 'error' : ''}">
                ${left === 0 ? 'over' : `${duration(left)} left`}</span> <span class="secondary">of ${duration(leaseMillis)}</span>
            <div class="track lease"><div style="width: ${100 * left / leaseMillis}%;
                background: var(${left === 0 ? '--lumo-error-color' : '--lumo-success-color'})"></div></div>`;
    }

    _renderLevels(node) {
        const all = LEVELS.reduce((sum, { of }) => sum + node[of], 0);
        return html`<section aria-label="Levels">
            <h4>Where values came from since the start</h4>
            <div class="track">${LEVELS.map(({ of, color }) => html`<div
                style="width: ${all === 0 ? 0 : 100 * node[of] / all}%; background: var(${color})"></div>`)}</div>
            <div class="legend">${LEVELS.map(({ name, of, meaning, color }) => html`<span>
                <span class="dot" style="background: var(${color})"></span>
                ${name} <span class="number">${count(node[of])}</span>
                <span class="secondary">${percent(all === 0 ? null : node[of] / all)} ${meaning}</span></span>`)}</div>
        </section>`;
    }
}
customElements.define('qwc-use-cache-store', QwcUseCacheStore);
