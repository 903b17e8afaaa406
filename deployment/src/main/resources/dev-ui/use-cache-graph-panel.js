import { LitElement, html, css } from 'lit';
import '@vaadin/button';
import { hrefOf } from './use-cache-place.js';
import { texts } from './use-cache-styles.js';
import { counted } from './use-cache-text.js';

const MOST_TAGS = 100;

/** Says what the selected tag, function or group of tags has to do with the others. Sends "selected" and "revalidate". */
class UseCacheGraphPanel extends LitElement {

    static styles = [texts, css`
        :host {
            display: block;
            box-sizing: border-box;
            padding: 0 4px 0 16px;
            border-left: 1px solid var(--lumo-contrast-10pct);
            overflow-y: auto;
        }
        h3 {
            margin: 0 0 8px;
            font-size: var(--lumo-font-size-m);
            overflow-wrap: anywhere;
        }
        h4 {
            margin: 16px 0 4px;
            font-size: var(--lumo-font-size-s);
            color: var(--lumo-secondary-text-color);
        }
        p {
            margin: 0 0 8px;
        }
        ul {
            margin: 0;
            padding: 0;
            list-style: none;
        }
        li {
            padding: 3px 0;
        }
        .actions {
            display: flex;
            flex-wrap: wrap;
            gap: 8px;
            align-items: baseline;
            margin-top: 16px;
        }
        .go {
            padding: 0;
            border: 0;
            background: none;
            color: var(--lumo-primary-text-color);
            font: inherit;
            text-align: start;
            cursor: pointer;
        }
        .go:hover {
            text-decoration: underline;
        }
    `];

    static properties = { graph: { attribute: false }, selection: { attribute: false } };

    render() {
        const { tag, function: name, group } = this.selection;
        if (tag) {
            return this._renderTag(tag);
        }
        const node = this.graph.nodes.find(one => one.id === group);
        if (node) {
            return this._renderGroup(node);
        }
        return this.graph.functions.has(name) ? this._renderFunction(this.graph.functions.get(name)) : this._renderNothing();
    }

    _renderNothing() {
        return html`<h3>Choose a tag or a function</h3>
            <p>A line joins a function with the tags of its entries, a dashed one joins it with the functions it calls.</p>
            <p>Choose a tag to see what its revalidation reaches. An entry carries the tags of the calls inside it too, so it
            is reached when they are.</p>`;
    }

    _renderTag(tag) {
        const reached = this.graph.reachOf(tag);
        return html`<h3><code>${tag}</code></h3>
            ${reached.length === 0 ? html`<p>No entry that is shown here carries it.</p>` : html`
                <p>A revalidation reaches <strong>${counted(this.graph.tags.get(tag).entries, 'entry', 'entries')}</strong>:</p>
                <ul>${reached.map(one => this._renderReached(one))}</ul>`}
            <div class="actions">
                <vaadin-button theme="small error" @click=${() => this._revalidate(tag, 'EXPIRE')}>Expire</vaadin-button>
                <vaadin-button theme="small" @click=${() => this._revalidate(tag, 'STALE')}>Stale</vaadin-button>
                <a href=${hrefOf('entries', { tag })}>Entries</a>
                <a href=${hrefOf('tags', { text: tag })}>Tags</a>
            </div>`;
    }

    _renderReached({ function: name, method, entries, through }) {
        return html`<li>${this._renderGo({ function: name }, method)}
            <div class="secondary">${counted(entries, 'entry', 'entries')}</div>
            ${through.map(inner => html`<div class="secondary">also by its calls of <code>${inner.method}</code></div>`)}</li>`;
    }

    _renderGroup({ name, tags, functions }) {
        return html`<h3><code>${name}</code></h3>
            <p>${counted(tags.length, 'tag', 'tags')} on entries of these functions. Choose one to see what its revalidation reaches.</p>
            <h4>Functions</h4>
            <ul>${functions.map(one => html`<li>${this._renderGo({ function: one }, this.graph.functions.get(one).method)}</li>`)}</ul>
            ${this._renderTags(tags)}`;
    }

    _renderFunction({ function: name, method, entries }) {
        return html`<h3><code>${method}</code></h3>
            <p><a href=${hrefOf('entries', { function: name })}>${counted(entries, 'entry', 'entries')}</a></p>
            ${this._renderFunctions('Calls', this.graph.callsOf(name))}
            ${this._renderFunctions('Is called by', this.graph.callersOf(name))}
            ${this._renderTags(this.graph.tagsOf(name))}`;
    }

    _renderFunctions(title, names) {
        return names.length === 0 ? '' : html`<h4>${title}</h4>
            <ul>${names.map(name => html`<li>${this._renderGo({ function: name }, this.graph.functions.get(name).method)}</li>`)}</ul>`;
    }

    _renderTags(tags) {
        return html`<h4>Tags</h4>
            <ul>${tags.slice(0, MOST_TAGS).map(tag => html`<li>${this._renderGo({ tag }, tag)}
                <span class="secondary">${counted(this.graph.tags.get(tag).entries, 'entry', 'entries')}</span></li>`)}</ul>
            ${tags.length > MOST_TAGS ? html`<p class="secondary">${tags.length - MOST_TAGS} more</p>` : ''}
            ${tags.length === 0 ? html`<span class="none">none</span>` : ''}`;
    }

    _renderGo(selection, text) {
        return html`<button class="go" @click=${() => this._send('selected', selection)}><code>${text}</code></button>`;
    }

    _revalidate(tag, mode) {
        this._send('revalidate', { tag, mode });
    }

    _send(name, detail) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
customElements.define('use-cache-graph-panel', UseCacheGraphPanel);
