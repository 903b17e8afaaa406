import { LitElement, html } from 'lit';
import '@qomponent/qui-badge';

/** The states of an entry, with what the next call gets. */
export const STATES = {
    FRESH: { name: 'fresh', level: 'success', meaning: 'The next call gets it.' },
    STALE: { name: 'stale', level: 'warning', meaning: 'The next call gets it, and one refresh runs behind it.' },
    EXPIRING: { name: 'expiring', level: 'error', meaning: 'It is still served, but less than a tenth of its life is left.' },
    LOADING: { name: 'loading', level: 'contrast', meaning: 'The method runs; calls wait for it.' }
};

class UseCacheState extends LitElement {

    static properties = { state: {}, elsewhere: { type: Boolean }, mutated: { type: Boolean } };

    render() {
        const state = STATES[this.state] ?? { name: this.state, level: 'contrast', meaning: '' };
        return html`<qui-badge small level=${state.level} title=${state.meaning}><span>${state.name}</span></qui-badge>
            ${this.elsewhere ? html`<qui-badge small level="contrast"
                title="It came from the shared store: another node has run the method."><span>L2</span></qui-badge>` : ''}
            ${this.mutated ? html`<qui-badge small level="error"
                title="The value was changed after it was stored. Callers share it: copy it, or make it immutable.">
                <span>changed</span></qui-badge>` : ''}`;
    }
}
customElements.define('use-cache-state', UseCacheState);
