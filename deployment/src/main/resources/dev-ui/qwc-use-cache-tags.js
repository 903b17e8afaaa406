import { html, css } from 'lit';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/button';
import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import '@vaadin/icon';
import '@vaadin/text-field';
import { application } from './use-cache-application.js';
import { UseCachePage } from './use-cache-page.js';
import { Poll } from './use-cache-poll.js';
import { Rows } from './use-cache-rows.js';
import { filterOfAddress, hrefOf, keepInAddress } from './use-cache-place.js';
import { ago, clock, count, counted } from './use-cache-text.js';
import './use-cache-empty.js';
import './use-cache-revalidate-dialog.js';

const ASKED_EVERY_MILLIS = 2000;

const TYPING_MILLIS = 100;

/** The tags of the entries, with what produces them, and buttons to revalidate them. */
export class QwcUseCacheTags extends UseCachePage {

    static styles = [UseCachePage.styles, css`
        .text {
            width: 300px;
        }
        .functions {
            display: flex;
            flex-wrap: wrap;
            gap: 0 16px;
            font-size: var(--lumo-font-size-s);
        }
        .actions {
            display: flex;
            gap: 4px;
        }
    `];

    static properties = { _text: { state: true }, _total: { state: true } };

    _rows = new Rows(range => this._ask(range));

    _poll = new Poll(this, ASKED_EVERY_MILLIS, () => this._again());

    connectedCallback() {
        super.connectedCallback();
        const { text, tag } = filterOfAddress();
        this._text = text ?? tag ?? '';
    }

    disconnectedCallback() {
        clearTimeout(this._typing);
        super.disconnectedCallback();
    }

    hotReload() {
        this._poll.now();
    }

    async _ask(range) {
        let answer;
        await this.answered(application.tags({ text: this._text, ...range }), ({ tags, total }) => {
            this._total = total;
            answer = { rows: tags, total };
        });
        return answer;
    }

    async _again() {
        await this.updateComplete;
        await this._rows.again(this.renderRoot.querySelector('vaadin-grid'));
    }

    render() {
        return html`${this.renderFailure()}
            <div class="bar">
                <vaadin-text-field class="text" placeholder="Filter by text" accessible-name="Filter by text" clear-button-visible
                    .value=${this._text} @value-changed=${this._type}>
                    <vaadin-icon slot="prefix" icon="font-awesome-solid:magnifying-glass"></vaadin-icon>
                </vaadin-text-field>
                <span class="number" role="status">${this._total === undefined ? '' : counted(this._total, 'tag', 'tags')}</span>
            </div>
            ${this._total === 0 ? this._renderEmpty() : ''}
            ${this._renderGrid()}
            <use-cache-revalidate-dialog
                @revalidated=${() => this._poll.now()}></use-cache-revalidate-dialog>`;
    }

    _renderEmpty() {
        return this._text
            ? html`<use-cache-empty heading="No entry has such a tag">
                <vaadin-button @click=${() => this._show('')}>Show all tags</vaadin-button></use-cache-empty>`
            : html`<use-cache-empty heading="No entry has a tag now">
                <span>Call a method that has <code>@CacheTag</code>, or that calls <code>CachedCall.cacheTag</code>: see
                <a href=${hrefOf('functions')}>Functions</a>. The tags of what it returns will be shown here.</span>
            </use-cache-empty>`;
    }

    _renderGrid() {
        return html`<vaadin-grid ?hidden=${this._total === 0} .dataProvider=${this._rows.provider} page-size="50"
            theme="no-border row-stripes compact wrap-cell-content" aria-label="Tags">
            <vaadin-grid-sort-column header="Tag" path="tag" width="230px" flex-grow="0" resizable
                ${columnBodyRenderer(this._renderTag, [])}></vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Entries" path="entries" direction="desc" width="100px" flex-grow="0" text-align="end"
                ${columnBodyRenderer(this._renderEntries, [])}></vaadin-grid-sort-column>
            <vaadin-grid-column header="Functions" width="300px" flex-grow="1" resizable
                ${columnBodyRenderer(this._renderFunctions, [])}></vaadin-grid-column>
            <vaadin-grid-sort-column header="Last revalidation" path="revalidated" width="180px" flex-grow="0" resizable
                ${columnBodyRenderer(this._renderLast, [])}></vaadin-grid-sort-column>
            <vaadin-grid-column header="Revalidate" width="160px" flex-grow="0" frozen-to-end
                ${columnBodyRenderer(item => this._renderActions(item), [])}></vaadin-grid-column>
        </vaadin-grid>`;
    }

    _renderTag({ tag }) {
        return html`<code>${tag}</code>`;
    }

    _renderEntries({ tag, entries }) {
        return html`<a class="number" href=${hrefOf('entries', { tag })}
            aria-label="${counted(entries, 'entry', 'entries')} with ${tag}">${count(entries)}</a>`;
    }

    _renderFunctions({ functions }) {
        return html`<div class="functions">${functions.map(name => html`<code>${name}</code>`)}</div>`;
    }

    _renderLast({ lastRevalidation: last }) {
        return last ? html`<span title=${clock(last.atMillis)}>${ago(Date.now() - last.atMillis)}</span>
            <span class="secondary">${last.mode.toLowerCase()}, ${last.origin.toLowerCase()}</span>`
            : html`<span class="none">none</span>`;
    }

    _renderActions({ tag }) {
        return html`<div class="actions">
            <vaadin-button theme="small error" aria-label="Expire ${tag}" @click=${() => this._revalidate(tag, 'EXPIRE')}>
                Expire</vaadin-button>
            <vaadin-button theme="small" aria-label="Mark ${tag} as stale" @click=${() => this._revalidate(tag, 'STALE')}>
                Stale</vaadin-button>
        </div>`;
    }

    _type({ detail }) {
        clearTimeout(this._typing);
        if (detail.value !== this._text) {
            this._typing = setTimeout(() => this._show(detail.value), TYPING_MILLIS);
        }
    }

    _show(text) {
        this._text = text;
        keepInAddress('tags', { text });
        this._poll.now();
    }

    _revalidate(tag, mode) {
        this.renderRoot.querySelector('use-cache-revalidate-dialog').ask(tag, mode);
    }
}
customElements.define('qwc-use-cache-tags', QwcUseCacheTags);
