import { LitElement, html, css } from 'lit';
import { hrefOf } from './use-cache-place.js';

/**
 * Tags as links. A page that can show a tag itself handles the event "tag-chosen" and prevents the default, which follows
 * the link. Beyond the limit, a button says how many are left and sends "more".
 */
class UseCacheTagChips extends LitElement {

    static styles = css`
        :host {
            display: flex;
            flex-wrap: wrap;
            align-items: center;
            gap: 4px;
            min-width: 0;
        }
        .chip {
            max-width: 100%;
            padding: 1px 8px;
            box-sizing: border-box;
            overflow: hidden;
            text-overflow: ellipsis;
            white-space: nowrap;
            font-family: inherit;
            font-size: var(--lumo-font-size-xs);
            line-height: 1.6;
            text-decoration: none;
            color: var(--lumo-body-text-color);
            background: var(--lumo-contrast-10pct);
            border: 1px solid transparent;
            border-radius: 1em;
        }
        a.chip:hover, button.chip:hover {
            border-color: var(--lumo-primary-color);
            cursor: pointer;
        }
        .chip:focus-visible {
            outline: 2px solid var(--lumo-primary-color);
        }
        button.chip {
            color: var(--lumo-secondary-text-color);
            background: none;
            border-color: var(--lumo-contrast-20pct);
            flex-shrink: 0;
        }
        .none {
            color: var(--lumo-tertiary-text-color);
        }
    `;

    static properties = {
        tags: { attribute: false },
        limit: { type: Number },
        page: {},
        plain: { type: Boolean }
    };

    constructor() {
        super();
        this.tags = [];
        this.limit = Infinity;
        this.page = 'entries';
        this.plain = false;
    }

    render() {
        const left = this.tags.length - this.limit;
        return html`${this.tags.slice(0, this.limit).map(tag => this._renderChip(tag))}
            ${left > 0 ? html`<button class="chip" @click=${this._more} aria-label="${left} more tags">+${left}</button>` : ''}
            ${this.tags.length === 0 ? html`<span class="none">none</span>` : ''}`;
    }

    _renderChip(tag) {
        return this.plain ? html`<span class="chip" title=${tag}>${tag}</span>`
            : html`<a class="chip" href=${hrefOf(this.page, { tag })} title=${tag}
                @click=${event => this._choose(event, tag)}>${tag}</a>`;
    }

    _choose(event, tag) {
        const chosen = new CustomEvent('tag-chosen', { detail: tag, bubbles: true, composed: true, cancelable: true });
        if (!this.dispatchEvent(chosen)) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    _more() {
        this.dispatchEvent(new CustomEvent('more'));
    }
}
customElements.define('use-cache-tag-chips', UseCacheTagChips);
