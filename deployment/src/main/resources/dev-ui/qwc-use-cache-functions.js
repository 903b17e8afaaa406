import { html, css } from 'lit';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import '@vaadin/progress-bar';
import { application } from './use-cache-application.js';
import { UseCachePage } from './use-cache-page.js';
import { Poll } from './use-cache-poll.js';
import { hrefOf } from './use-cache-place.js';
import { count, runTime } from './use-cache-text.js';
import './use-cache-empty.js';
import './use-cache-hit-ratio.js';
import './use-cache-method.js';
import './use-cache-tag-chips.js';

const ASKED_EVERY_MILLIS = 2000;

const EXAMPLE = `@UseCache
@CacheTag("products")
public Product find(long id) { ... }`;

const COUNTS = [
    { path: 'hits', header: 'Hits', width: '70px', title: 'Calls that were served from the cache' },
    { path: 'staleHits', header: 'Stale', width: '72px', title: 'Calls that got a stale value, with a refresh behind them' },
    { path: 'misses', header: 'Misses', width: '82px', title: 'Calls that had to load' }
];

const LOADS = [
    { path: 'loads', header: 'Loads', width: '68px', title: 'How often the method ran' },
    { path: 'failures', header: 'Failed', width: '78px', title: 'How often it failed; failures are never cached' }
];

const TIMES = [
    { path: 'medianMillis', header: 'Median', width: '84px', title: 'Half of the loads were at least this fast' },
    { path: 'p99Millis', header: 'p99', width: '74px', title: '99 of 100 loads were at least this fast' }
];

/** The cached methods found when the application was built, with what each serves and how fast. */
export class QwcUseCacheFunctions extends UseCachePage {

    static styles = [UseCachePage.styles, css`
        vaadin-grid {
            font-size: var(--lumo-font-size-s);
        }
        .method {
            display: flex;
            flex-direction: column;
            gap: 4px;
            padding: 2px 0;
        }
        .life {
            display: grid;
            grid-template-columns: max-content max-content;
            column-gap: 8px;
            margin: 0;
            font-size: var(--lumo-font-size-s);
        }
        .life dt {
            color: var(--lumo-secondary-text-color);
        }
        .life dd {
            margin: 0;
        }
    `];

    static properties = { _functions: { state: true } };

    _poll = new Poll(this, ASKED_EVERY_MILLIS, () => this._ask());

    hotReload() {
        this._poll.now();
    }

    _ask() {
        return this.answered(application.functions(), functions => { this._functions = functions; });
    }

    render() {
        return html`${this.renderFailure()}${this._renderFunctions()}`;
    }

    _renderFunctions() {
        if (!this._functions) {
            return this._failure ? '' : html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        return this._functions.length === 0 ? this._renderEmpty() : this._renderGrid();
    }

    _renderEmpty() {
        return html`<use-cache-empty heading="No method is cached yet">
            <span>Annotate a method of a bean, save, and call it. It will be listed here.</span>
            <pre><code>${EXAMPLE}</code></pre>
        </use-cache-empty>`;
    }

    _renderGrid() {
        return html`<vaadin-grid .items=${this._functions} theme="no-border row-stripes wrap-cell-content compact">
            <vaadin-grid-sort-column header="Method" path="method" flex-grow="1" width="240px" frozen resizable
                ${columnBodyRenderer(this._renderMethod, [])}></vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Entries" path="entries" flex-grow="0" width="82px" text-align="end"
                ${columnBodyRenderer(this._renderEntries, [])}></vaadin-grid-sort-column>
            ${COUNTS.map(column => this._renderColumn(column, count))}
            <vaadin-grid-sort-column header="Hit ratio" path="hitRatio" flex-grow="0" width="90px" text-align="end"
                ${columnBodyRenderer(this._renderRatio, [])}></vaadin-grid-sort-column>
            ${LOADS.map(column => this._renderColumn(column, count))}
            ${TIMES.map(column => this._renderColumn(column, runTime))}
            <vaadin-grid-column header="Life" flex-grow="0" width="114px"
                ${columnBodyRenderer(this._renderLife, [])}></vaadin-grid-column>
            <vaadin-grid-sort-column header="Cache" path="cache" flex-grow="0" width="94px" resizable
                ${columnBodyRenderer(this._renderCache, [])}></vaadin-grid-sort-column>
        </vaadin-grid>`;
    }

    _renderColumn({ path, header, width, title }, text) {
        return html`<vaadin-grid-sort-column header=${header} path=${path} flex-grow="0" width=${width} text-align="end"
            ${columnBodyRenderer(item => html`<span class="number ${item[path] ? (path === 'failures' ? 'error' : '') : 'none'}"
                title=${title}>${text(item[path])}</span>`, [])}></vaadin-grid-sort-column>`;
    }

    _renderMethod(item) {
        return html`<div class="method">
            <use-cache-method method=${item.method} .declaringClass=${item.declaringClass} .bean=${item.bean}></use-cache-method>
            <use-cache-tag-chips .tags=${item.tags} plain></use-cache-tag-chips>
        </div>`;
    }

    _renderEntries(item) {
        return item.entries === 0 ? html`<span class="none">0</span>`
            : html`<a class="number" href=${hrefOf('entries', { function: item.function })}
                aria-label="${count(item.entries)} entries of ${item.method}">${count(item.entries)}</a>`;
    }

    _renderRatio(item) {
        return html`<use-cache-hit-ratio .ratio=${item.hitRatio}></use-cache-hit-ratio>`;
    }

    _renderLife(item) {
        return html`<dl class="life" title="stale is for clients; revalidate and expire are for the server">
            <dt>stale</dt><dd>${item.life.stale}</dd>
            <dt>revalidate</dt><dd>${item.life.revalidate}</dd>
            <dt>expire</dt><dd>${item.life.expire}</dd>
        </dl>`;
    }

    _renderCache(item) {
        return html`${item.cache}<div class="secondary">${item.visibility}<br>${item.store}</div>`;
    }
}
customElements.define('qwc-use-cache-functions', QwcUseCacheFunctions);
