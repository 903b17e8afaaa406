import { LitElement, html, css } from 'lit';
import { KINDS } from './use-cache-live-log.js';

/** Switches for the kinds of events. Sends "kinds-changed" with those that are on. */
class UseCacheKinds extends LitElement {

    static styles = css`
        :host {
            display: flex;
            flex-wrap: wrap;
            gap: 4px;
        }
        button {
            display: flex;
            align-items: center;
            gap: 6px;
            padding: 3px 10px;
            border: 1px solid var(--lumo-contrast-20pct);
            border-radius: 1em;
            background: none;
            color: var(--lumo-secondary-text-color);
            font-family: inherit;
            font-size: var(--lumo-font-size-s);
            cursor: pointer;
        }
        button[aria-pressed='true'] {
            background: var(--lumo-contrast-10pct);
            color: var(--lumo-body-text-color);
        }
        button:focus-visible {
            outline: 2px solid var(--lumo-primary-color);
        }
        button:hover {
            border-color: var(--lumo-primary-color);
        }
        .dot {
            width: 8px;
            height: 8px;
            border-radius: 50%;
        }
        button[aria-pressed='false'] .dot {
            opacity: 0.3;
        }
    `;

    static properties = { kinds: { attribute: false }, shared: { type: Boolean } };

    render() {
        return html`${Object.entries(KINDS).filter(([kind]) => this.shared || kind !== 'SHARED_HIT').map(([kind, { name, color }]) => html`
            <button aria-pressed=${this.kinds.includes(kind)} @click=${() => this._toggle(kind)}>
                <span class="dot" style="background: var(${color})"></span>${name}</button>`)}`;
    }

    _toggle(kind) {
        const kinds = Object.keys(KINDS).filter(other => this.kinds.includes(other) !== (other === kind));
        this.dispatchEvent(new CustomEvent('kinds-changed', { detail: kinds }));
    }
}
customElements.define('use-cache-kinds', UseCacheKinds);
