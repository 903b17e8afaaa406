import { LitElement, html, css } from 'lit';
import { LifeScale } from './use-cache-life-scale.js';
import { duration } from './use-cache-text.js';

/** The age of an entry against the three marks of its life: stale, for clients, revalidate and expire. */
class UseCacheAgeBar extends LitElement {

    static styles = css`
        :host {
            display: block;
            min-width: 120px;
            font-size: var(--lumo-font-size-xxs);
            line-height: 1.3;
            font-variant-numeric: tabular-nums;
            --fresh: var(--lumo-success-color);
            --refreshed: var(--lumo-warning-color);
        }
        .age {
            font-size: var(--lumo-font-size-s);
        }
        .line {
            position: relative;
            height: 8px;
            border-radius: 4px;
            overflow: hidden;
        }
        .zone {
            position: absolute;
            inset-block: 0;
            opacity: 0.28;
        }
        .lived {
            position: absolute;
            inset-block: 0;
            left: 0;
            min-width: 3px;
        }
        .fresh {
            background: var(--fresh);
        }
        .stale {
            background: var(--refreshed);
        }
        .expired {
            background: var(--lumo-error-color);
        }
        .tick {
            position: absolute;
            inset-block: 0;
            width: 2px;
            margin-left: -1px;
            background: var(--lumo-base-color);
        }
        .tick.clients {
            background: none;
            width: 0;
            border-left: 2px dotted var(--lumo-contrast-60pct);
        }
        .names {
            position: relative;
            height: 1.3em;
            color: var(--lumo-secondary-text-color);
        }
        .names span {
            position: absolute;
            transform: translateX(-50%);
            white-space: nowrap;
        }
        .names span.last {
            transform: none;
            right: 0;
        }
    `;

    static properties = { entry: { attribute: false } };

    render() {
        const scale = new LifeScale(this.entry);
        const marks = scale.marks();
        const fresh = scale.revalidate === Infinity ? 1 : scale.at(scale.revalidate);
        return html`<div class="age">${duration(scale.age)}</div>
            <div class="line" role="img" aria-label=${this._inWords(scale, marks)} title=${this._inWords(scale, marks)}>
                <div class="zone fresh" style="left: 0; width: ${100 * fresh}%"></div>
                <div class="zone stale" style="left: ${100 * fresh}%; right: 0"></div>
                <div class="lived ${scale.zone()}" style="width: ${100 * scale.at(scale.age)}%"></div>
                ${marks.filter(mark => mark.at < 1).map(mark => html`
                    <div class="tick ${mark.name === 'stale' ? 'clients' : ''}" style="left: ${100 * mark.at}%"></div>`)}
            </div>
            <div class="names" aria-hidden="true">${this._names(marks).map(mark => html`
                <span class=${mark.at === 1 ? 'last' : ''} style=${mark.at === 1 ? '' : `left: ${100 * mark.at}%`}>${mark.text}</span>`)}
            </div>`;
    }

    // Marks at the same place have the same name.
    _names(marks) {
        return marks.filter((mark, index) => marks.findIndex(other => other.at === mark.at) === index);
    }

    _inWords(scale, marks) {
        return `${duration(scale.age)} old. `
            + marks.map(mark => `${mark.name} ${mark.text}: ${mark.meaning}`).join('; ');
    }
}
customElements.define('use-cache-age-bar', UseCacheAgeBar);
