import { html, css } from 'lit';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/button';
import '@vaadin/confirm-dialog';
import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import '@vaadin/icon';
import { application } from './use-cache-application.js';
import { UseCachePage } from './use-cache-page.js';
import { Poll } from './use-cache-poll.js';
import { Rows } from './use-cache-rows.js';
import { complain, tell } from './use-cache-notice.js';
import { filterOfAddress, hrefOf, keepInAddress } from './use-cache-place.js';
import { count, counted } from './use-cache-text.js';
import './use-cache-age-bar.js';
import './use-cache-empty.js';
import './use-cache-entry-dialog.js';
import './use-cache-entry-filter.js';
import './use-cache-state.js';
import './use-cache-tag-chips.js';

const ASKED_EVERY_MILLIS = 2000;

// Dev UI's server mixes up messages that are longer than a frame, 64 KiB, when several are sent at once.
const PAGE = 32;

const FILTERS = ['text', 'tag', 'function', 'state'];

/** What is cached now: the application filters, sorts and pages, so that any number of entries can be looked at. */
export class QwcUseCacheEntries extends UseCachePage {

    static styles = [UseCachePage.styles, css`
        .key {
            overflow: hidden;
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        .actions {
            display: flex;
        }
        use-cache-tag-chips {
            flex-wrap: nowrap;
            overflow: hidden;
        }
    `];

    static properties = {
        _filter: { state: true },
        _total: { state: true },
        _clearing: { state: true }
    };

    _rows = new Rows(range => this._ask(range));

    _poll = new Poll(this, ASKED_EVERY_MILLIS, () => this._again());

    connectedCallback() {
        super.connectedCallback();
        const asked = filterOfAddress();
        this._filter = Object.fromEntries(FILTERS.filter(name => asked[name]).map(name => [name, asked[name]]));
    }

    hotReload() {
        this.renderRoot.querySelector('use-cache-entry-filter')?.reload();
        this._poll.now();
    }

    async _ask(range) {
        let answer;
        await this.answered(application.entries({ ...this._filter, ...range }), ({ entries, total }) => {
            this._total = total;
            answer = { rows: entries, total };
        });
        return answer;
    }

    async _again() {
        await this.updateComplete;
        await this._rows.again(this.renderRoot.querySelector('vaadin-grid'));
    }

    _show(filter) {
        this._filter = filter;
        keepInAddress('entries', filter);
        this._poll.now();
    }

    render() {
        return html`${this.renderFailure()}
            <div class="bar">
                <use-cache-entry-filter .filter=${this._filter}
                    @filter-changed=${event => this._show(event.detail)}></use-cache-entry-filter>
                <span class="number" role="status">${this._total === undefined ? '' : counted(this._total, 'entry', 'entries')}</span>
                <span class="fill"></span>
                <vaadin-button theme="tertiary error" ?disabled=${!this._total}
                    @click=${() => { this._clearing = true; }}>Clear all caches</vaadin-button>
            </div>
            ${this._total === 0 ? this._renderEmpty() : ''}
            ${this._renderGrid()}
            ${this._renderClearing()}
            <use-cache-entry-dialog @tag-chosen=${this._chooseTag}
                @evict=${event => this._evict(event.detail)}></use-cache-entry-dialog>`;
    }

    _renderEmpty() {
        return Object.values(this._filter).some(value => value)
            ? html`<use-cache-empty heading="No entry fits the filter">
                <vaadin-button @click=${() => this._show({})}>Show all entries</vaadin-button></use-cache-empty>`
            : html`<use-cache-empty heading="Nothing is cached now">
                <span>Call a method that is listed in <a href=${hrefOf('functions')}>Functions</a>. What it returns will be
                shown here.</span></use-cache-empty>`;
    }

    _renderGrid() {
        return html`<vaadin-grid ?hidden=${this._total === 0} .dataProvider=${this._rows.provider} page-size=${PAGE}
            theme="no-border row-stripes compact" @tag-chosen=${this._chooseTag} aria-label="Entries">
            <vaadin-grid-sort-column header="Function" path="function" direction="asc" width="200px" resizable
                ${columnBodyRenderer(this._renderFunction, [])}></vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Key" path="key" width="130px" resizable
                ${columnBodyRenderer(this._renderKey, [])}></vaadin-grid-sort-column>
            <vaadin-grid-column header="Tags" width="290px" flex-grow="2" resizable
                ${columnBodyRenderer(entry => this._renderTags(entry), [])}></vaadin-grid-column>
            <vaadin-grid-sort-column header="State" path="state" width="92px" flex-grow="0"
                ${columnBodyRenderer(this._renderState, [])}></vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Age" path="age" width="180px" flex-grow="0" resizable
                ${columnBodyRenderer(this._renderAge, [])}></vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Hits" path="hits" width="76px" flex-grow="0" text-align="end"
                ${columnBodyRenderer(this._renderHits, [])}></vaadin-grid-sort-column>
            <vaadin-grid-column header="Actions" width="96px" flex-grow="0" frozen-to-end
                ${columnBodyRenderer(entry => this._renderActions(entry), [])}></vaadin-grid-column>
        </vaadin-grid>`;
    }

    _renderFunction(entry) {
        return html`<code title=${entry.function}>${entry.method}</code>`;
    }

    _renderKey(entry) {
        return html`<div class="key" title=${entry.key}><code>${entry.key}</code></div>`;
    }

    _renderTags(entry) {
        return html`<use-cache-tag-chips .tags=${entry.tags} limit="3" @more=${() => this._open(entry)}></use-cache-tag-chips>`;
    }

    _renderState(entry) {
        return html`<use-cache-state state=${entry.state} ?elsewhere=${entry.fromElsewhere} ?mutated=${entry.mutated}></use-cache-state>`;
    }

    _renderAge(entry) {
        return html`<use-cache-age-bar .entry=${entry}></use-cache-age-bar>`;
    }

    _renderHits(entry) {
        return html`<span class="number ${entry.hits ? '' : 'none'}">${count(entry.hits)}</span>`;
    }

    _renderActions(entry) {
        return html`<div class="actions">
            <vaadin-button theme="icon tertiary small" aria-label="Show the value of ${entry.method} ${entry.key}" title="Value"
                @click=${() => this._open(entry)}><vaadin-icon icon="font-awesome-solid:eye"></vaadin-icon></vaadin-button>
            <vaadin-button theme="icon tertiary small error" aria-label="Evict ${entry.method} ${entry.key}" title="Evict"
                @click=${() => this._evict(entry)}><vaadin-icon icon="font-awesome-solid:trash-can"></vaadin-icon></vaadin-button>
        </div>`;
    }

    _renderClearing() {
        return html`<vaadin-confirm-dialog header="Clear all caches?" confirm-text="Clear" confirm-theme="error primary"
            cancel-button-visible .opened=${this._clearing ?? false} @confirm=${this._clear}
            @opened-changed=${event => { this._clearing = event.detail.value; }}>
            Every entry of every cache is dropped, also those that the filter hides.
        </vaadin-confirm-dialog>`;
    }

    _chooseTag(event) {
        event.preventDefault();
        this._show({ ...this._filter, tag: event.detail });
    }

    _open(entry) {
        this.renderRoot.querySelector('use-cache-entry-dialog').show(entry);
    }

    _evict(entry) {
        application.evict({ id: entry.id }).then(({ result }) => {
            tell(result ? `Evicted: ${entry.method} ${entry.key}` : `Already gone: ${entry.method} ${entry.key}`);
            this._poll.now();
        }).catch(response => complain('Nothing was evicted', response));
    }

    _clear() {
        application.clearAll().then(() => {
            tell('All caches are empty.');
            this._poll.now();
        }).catch(response => complain('Nothing was cleared', response));
    }
}
customElements.define('qwc-use-cache-entries', QwcUseCacheEntries);
