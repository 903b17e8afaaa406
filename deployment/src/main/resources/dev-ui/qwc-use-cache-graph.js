import { html, css } from 'lit';
import '@vaadin/combo-box';
import '@vaadin/progress-bar';
import { application } from './use-cache-application.js';
import { UseCachePage } from './use-cache-page.js';
import { Poll } from './use-cache-poll.js';
import { TagGraph } from './use-cache-tag-graph.js';
import { filterOfAddress, hrefOf, keepInAddress } from './use-cache-place.js';
import { counted } from './use-cache-text.js';
import './use-cache-empty.js';
import './use-cache-graph-map.js';
import './use-cache-graph-panel.js';
import './use-cache-revalidate-dialog.js';

const ASKED_EVERY_MILLIS = 3000;

// Dev UI's server mixes up messages that are longer than a frame, 64 KiB, when several are sent at once.
const MOST_TAGS = 100;

/** Functions and the tags of their entries, to see what the revalidation of a tag reaches. */
export class QwcUseCacheGraph extends UseCachePage {

    static styles = [UseCachePage.styles, css`
        .graph {
            display: flex;
            gap: 16px;
            flex: 1;
            min-height: 0;
        }
        use-cache-graph-map {
            flex: 1;
        }
        use-cache-graph-panel {
            width: 300px;
        }
        .find {
            width: 320px;
        }
    `];

    static properties = {
        _graph: { state: true },
        _hiddenTags: { state: true },
        _selection: { state: true }
    };

    _poll = new Poll(this, ASKED_EVERY_MILLIS, () => this._ask());

    connectedCallback() {
        super.connectedCallback();
        const { tag, function: name, group } = filterOfAddress();
        this._selection = { tag, function: name, group };
    }

    hotReload() {
        this._poll.now();
    }

    _ask() {
        return this.answered(application.graph({ limit: MOST_TAGS }), graph => this._show(graph));
    }

    // Nothing moves while nothing has changed.
    _show(graph) {
        const text = JSON.stringify(graph);
        if (text !== this._text) {
            this._text = text;
            this._graph = new TagGraph(graph);
            this._hiddenTags = graph.hiddenTags;
        }
    }

    render() {
        return html`${this.renderFailure()}${this._renderGraph()}
            <use-cache-revalidate-dialog @revalidated=${() => this._poll.now()}></use-cache-revalidate-dialog>`;
    }

    _renderGraph() {
        if (!this._graph) {
            return this._failure ? '' : html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        return this._graph.functions.size === 0 || this._graph.tags.size === 0 ? this._renderEmpty() : html`
            ${this._renderBar()}
            <div class="graph">
                <use-cache-graph-map .graph=${this._graph} .selection=${this._selection}
                    @selected=${event => this._select(event.detail)}></use-cache-graph-map>
                <use-cache-graph-panel .graph=${this._graph} .selection=${this._selection}
                    @selected=${event => this._select(event.detail)}
                    @revalidate=${event => this._revalidate(event.detail)}></use-cache-graph-panel>
            </div>`;
    }

    _renderBar() {
        return html`<div class="bar">
            <vaadin-combo-box class="find" placeholder="Find a tag or a function" accessible-name="Find a tag or a function"
                .items=${[...this._graph.functions.values()].map(one => one.method).concat([...this._graph.tags.keys()])}
                @change=${event => this._find(event.target)}></vaadin-combo-box>
            <span class="secondary">${this._hiddenTags ? `${counted(this._hiddenTags, 'tag', 'tags')} with fewer entries
                ${this._hiddenTags === 1 ? 'is' : 'are'} left out.` : ''}</span>
        </div>`;
    }

    _renderEmpty() {
        return html`<use-cache-empty heading="Nothing is tagged now">
            <span>Call a method that has tags: see <a href=${hrefOf('functions')}>Functions</a>. What it returns, and what its
            tags reach, will be shown here.</span></use-cache-empty>`;
    }

    _find(field) {
        const text = field.value;
        const found = [...this._graph.functions.values()].find(one => one.method === text);
        if (text) {
            this._select(found ? { function: found.function } : { tag: text });
        }
        field.clear();
    }

    _select(selection) {
        this._selection = selection;
        keepInAddress('graph', selection);
    }

    _revalidate({ tag, mode }) {
        this.renderRoot.querySelector('use-cache-revalidate-dialog').ask(tag, mode);
    }
}
customElements.define('qwc-use-cache-graph', QwcUseCacheGraph);
