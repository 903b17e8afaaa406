import { LitElement, html, css, svg } from 'lit';
import { counted } from './use-cache-text.js';

function middle(box, side, origin) {
    return { x: box[side] - origin.left, y: (box.top + box.bottom) / 2 - origin.top };
}

/** Draws a TagGraph: nodes are buttons, so that a keyboard reaches them. Sends "selected". */
class UseCacheGraphMap extends LitElement {

    static styles = css`
        :host {
            display: block;
            position: relative;
            overflow: auto;
        }
        .columns {
            position: relative;
            display: flex;
            justify-content: space-between;
            gap: 56px;
            min-width: max-content;
            min-height: 100%;
            box-sizing: border-box;
            padding: 4px;
        }
        .column {
            display: flex;
            flex-direction: column;
            justify-content: space-around;
            gap: 10px;
        }
        svg {
            position: absolute;
            top: 0;
            left: 0;
            pointer-events: none;
        }
        path {
            fill: none;
            stroke: var(--lumo-contrast-20pct);
            stroke-width: 1.5;
        }
        path.call {
            stroke: var(--lumo-contrast-40pct);
            stroke-dasharray: 5 4;
        }
        path.lit {
            stroke: var(--lumo-primary-color);
            stroke-width: 2.5;
        }
        .chosen path:not(.lit) {
            stroke: var(--lumo-contrast-10pct);
        }
        button {
            position: relative;
            display: flex;
            flex-direction: column;
            gap: 2px;
            padding: 6px 12px;
            max-width: 260px;
            border: 1px solid var(--lumo-contrast-30pct);
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-base-color);
            color: var(--lumo-body-text-color);
            font-family: inherit;
            font-size: var(--lumo-font-size-s);
            text-align: start;
            cursor: pointer;
        }
        .tags button {
            flex-direction: row;
            justify-content: space-between;
            align-items: baseline;
            gap: 12px;
            padding: 3px 12px;
            border-radius: 1.2em;
        }
        .tags button.group {
            border-style: dashed;
        }
        button code {
            overflow: hidden;
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        button:hover, button.lit {
            border-color: var(--lumo-primary-color);
        }
        button:focus-visible {
            outline: 2px solid var(--lumo-primary-color);
            outline-offset: 1px;
        }
        button.selected {
            background: var(--lumo-primary-color);
            border-color: var(--lumo-primary-color);
            color: var(--lumo-primary-contrast-color);
        }
        .number {
            color: var(--lumo-secondary-text-color);
            font-size: var(--lumo-font-size-xs);
            font-variant-numeric: tabular-nums;
            white-space: nowrap;
        }
        .selected .number {
            color: inherit;
        }
        .chosen button:not(.lit) code, .chosen button:not(.lit) .number {
            opacity: 0.45;
        }
    `;

    static properties = {
        graph: { attribute: false },
        selection: { attribute: false },
        _lines: { state: true }
    };

    constructor() {
        super();
        this._lines = [];
        this._sizes = new ResizeObserver(() => this._measure());
    }

    connectedCallback() {
        super.connectedCallback();
        this._sizes.observe(this);
    }

    disconnectedCallback() {
        this._sizes.disconnect();
        super.disconnectedCallback();
    }

    updated(changed) {
        if (changed.has('graph')) {
            this._measure();
        }
    }

    /** The lines go from where a node is laid out to where another is. */
    _measure() {
        const columns = this.renderRoot.querySelector('.columns');
        const origin = columns.getBoundingClientRect();
        const boxes = new Map([...this.renderRoot.querySelectorAll('button')]
            .map(button => [button.dataset.node, button.getBoundingClientRect()]));
        this._size = { width: origin.width, height: origin.height };
        this._lines = this.graph.edges.filter(({ from, to }) => boxes.has(from) && boxes.has(to)).map(edge => ({
            ...edge,
            start: middle(boxes.get(edge.from), 'right', origin),
            end: middle(boxes.get(edge.to), 'left', origin)
        }));
    }

    render() {
        const lit = this.graph.lit(this.selection);
        return html`<div class="columns ${lit.size === 0 ? '' : 'chosen'}">
            <svg width=${this._size?.width ?? 0} height=${this._size?.height ?? 0} aria-hidden="true">
                ${this._lines.map(line => this._renderLine(line, lit))}</svg>
            ${this.graph.columns.map(column => html`<div class="column" role="group" aria-label="Functions">
                ${column.map(one => this._renderFunction(one, lit))}</div>`)}
            <div class="column tags" role="group" aria-label="Tags">
                ${this.graph.nodes.map(node => this._renderNode(node, lit))}</div>
        </div>`;
    }

    _renderLine({ from, to, call, start, end }, lit) {
        const bend = (end.x - start.x) / 2;
        const selected = this.selection.function;
        const shown = lit.has(from) && lit.has(to) && (!selected || from === selected || to === selected);
        return svg`<path class="${call ? 'call' : ''} ${shown ? 'lit' : ''}"
            d="M${start.x},${start.y} C${start.x + bend},${start.y} ${end.x - bend},${end.y} ${end.x},${end.y}"></path>`;
    }

    _renderFunction({ function: name, method, entries }, lit) {
        return this._renderButton(name, method, counted(entries, 'entry', 'entries'), { function: name }, lit,
            this.selection.function === name);
    }

    _renderNode({ id, name, tags, entries }, lit) {
        const group = tags.length > 1;
        const note = group ? counted(tags.length, 'tag', 'tags') : counted(entries, 'entry', 'entries');
        const selected = this.selection.group === id || tags.includes(this.selection.tag);
        return this._renderButton(id, name, note, group ? { group: id } : { tag: tags[0] }, lit, selected, group);
    }

    _renderButton(node, name, note, selection, lit, selected, group) {
        return html`<button data-node=${node} title=${name} aria-pressed=${selected}
            class="${lit.has(node) ? 'lit' : ''} ${selected ? 'selected' : ''} ${group ? 'group' : ''}"
            @click=${() => this._select(selected ? {} : selection)}>
            <code>${name}</code><span class="number">${note}</span></button>`;
    }

    _select(selection) {
        this.dispatchEvent(new CustomEvent('selected', { detail: selection }));
    }
}
customElements.define('use-cache-graph-map', UseCacheGraphMap);
