import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/grid';
import '@vaadin/grid/vaadin-grid-sort-column.js';
import '@vaadin/progress-bar';
import '@qomponent/qui-badge';

const ASKED_EVERY_MS = 2000;

const EXAMPLE = `@UseCache
@CacheTag("products")
public Product find(long id) { ... }`;

function packageOf(className) {
    return className.substring(0, className.lastIndexOf('.'));
}

/** The cached methods found when the application was built, with how many live entries each has. */
export class QwcUseCacheFunctions extends QwcHotReloadElement {

    // Not in the log of messages, which would show little else.
    jsonRpc = new JsonRpc(this, false);

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            height: 100%;
            padding: 0 10px;
            color: var(--lumo-body-text-color);
        }
        vaadin-grid {
            flex: 1;
        }
        .method {
            display: flex;
            flex-direction: column;
            gap: 2px;
            overflow-wrap: anywhere;
        }
        .secondary {
            color: var(--lumo-secondary-text-color);
            font-size: var(--lumo-font-size-s);
        }
        .tags {
            display: flex;
            flex-wrap: wrap;
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
        .none {
            color: var(--lumo-tertiary-text-color);
        }
        .empty {
            display: flex;
            flex-direction: column;
            align-items: center;
            gap: 12px;
            margin: 60px auto;
        }
        .empty h3, .empty p {
            margin: 0;
        }
        .empty pre {
            margin: 0;
            padding: 12px 16px;
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-contrast-5pct);
        }
        .failure {
            padding: 10px;
            color: var(--lumo-error-text-color);
        }
    `;

    static properties = {
        _functions: { state: true },
        _failure: { state: true }
    };

    connectedCallback() {
        super.connectedCallback();
        this._ask();
        this._timer = setInterval(() => document.hidden || this._ask(), ASKED_EVERY_MS);
    }

    disconnectedCallback() {
        clearInterval(this._timer);
        super.disconnectedCallback();
    }

    hotReload() {
        this._ask();
    }

    _ask() {
        this.jsonRpc.functions().then(response => {
            this._functions = response.result;
            this._failure = null;
        }).catch(response => {
            this._failure = response?.error?.message ?? String(response);
        });
    }

    render() {
        return html`${this._renderFailure()}${this._renderFunctions()}`;
    }

    _renderFailure() {
        return this._failure ? html`<div class="failure" role="alert">
            The application did not say what it caches: ${this._failure}. Its log may tell more.</div>` : '';
    }

    _renderFunctions() {
        if (!this._functions) {
            return this._failure ? '' : html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        return this._functions.length === 0 ? this._renderEmpty() : this._renderGrid();
    }

    _renderEmpty() {
        return html`<div class="empty">
            <h3>No method is cached yet</h3>
            <p>Annotate a method of a bean, save, and call it. It will be listed here.</p>
            <pre><code>${EXAMPLE}</code></pre>
        </div>`;
    }

    _renderGrid() {
        return html`<vaadin-grid .items="${this._functions}" theme="no-border row-stripes wrap-cell-content">
            <vaadin-grid-sort-column header="Method" path="method" flex-grow="3" width="300px" resizable
                ${columnBodyRenderer(this._renderMethod, [])}></vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Entries" path="entries" flex-grow="0" width="105px" text-align="end"
                ${columnBodyRenderer(this._renderEntries, [])}></vaadin-grid-sort-column>
            <vaadin-grid-column header="Tags" flex-grow="3" width="210px" resizable
                ${columnBodyRenderer(this._renderTags, [])}></vaadin-grid-column>
            <vaadin-grid-column header="Life" flex-grow="0" width="150px"
                ${columnBodyRenderer(this._renderLife, [])}></vaadin-grid-column>
            <vaadin-grid-sort-column header="Cache" path="cache" flex-grow="1" width="110px" resizable>
            </vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Visibility" path="visibility" flex-grow="0" width="120px">
            </vaadin-grid-sort-column>
            <vaadin-grid-sort-column header="Store" path="store" flex-grow="0" width="115px">
            </vaadin-grid-sort-column>
        </vaadin-grid>`;
    }

    _renderMethod(item) {
        return html`<div class="method" title="${item.declaringClass}">
            <code>${item.method}</code>
            <span class="secondary">${packageOf(item.declaringClass)}</span>
            ${item.bean === item.declaringClass ? '' : html`<span class="secondary">called on ${item.bean}</span>`}
        </div>`;
    }

    _renderEntries(item) {
        return html`<span class="${item.entries === 0 ? 'none' : ''}">${item.entries.toLocaleString()}</span>`;
    }

    _renderTags(item) {
        return item.tags.length === 0 ? html`<span class="none">none</span>`
            : html`<div class="tags">${item.tags.map(tag => html`<qui-badge small><span>${tag}</span></qui-badge>`)}</div>`;
    }

    _renderLife(item) {
        return html`<dl class="life" title="stale is for clients; revalidate and expire are for the server">
            <dt>stale</dt><dd>${item.life.stale}</dd>
            <dt>revalidate</dt><dd>${item.life.revalidate}</dd>
            <dt>expire</dt><dd>${item.life.expire}</dd>
        </dl>`;
    }
}
customElements.define('qwc-use-cache-functions', QwcUseCacheFunctions);
