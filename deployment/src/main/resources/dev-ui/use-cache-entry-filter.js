import { LitElement, html, css } from 'lit';
import '@vaadin/combo-box';
import '@vaadin/icon';
import '@vaadin/select';
import '@vaadin/text-field';
import { application } from './use-cache-application.js';
import { STATES } from './use-cache-state.js';

// Who types fast asks this often, at most; a single change is asked for at once.
const TYPING_MILLIS = 50;

const ANY_STATE = { label: 'Any state', value: '' };

/** What the entries that are shown have in common: a text, a tag, a function, a state. Sends "filter-changed". */
class UseCacheEntryFilter extends LitElement {

    static styles = css`
        :host {
            display: flex;
            flex-wrap: wrap;
            gap: 8px 12px;
        }
        .function {
            width: 270px;
        }
        .tag {
            width: 220px;
        }
        .text {
            width: 200px;
        }
        .state {
            width: 130px;
        }
    `;

    static properties = {
        filter: { attribute: false },
        _functions: { state: true }
    };

    _states = [ANY_STATE, ...Object.entries(STATES).map(([value, { name }]) => ({ label: name, value }))];

    _tags = ({ page, pageSize, filter }, callback) => {
        application.tags({ text: filter, offset: page * pageSize, limit: pageSize })
            .then(({ result }) => callback(result.tags.map(({ tag }) => tag), result.total))
            .catch(() => callback([], 0));
    };

    constructor() {
        super();
        this.filter = {};
        this._functions = [];
        this._typed = 0;
    }

    connectedCallback() {
        super.connectedCallback();
        this.reload();
    }

    disconnectedCallback() {
        clearTimeout(this._typing);
        super.disconnectedCallback();
    }

    /** Asks for the functions again, after the application has changed. */
    reload() {
        application.functions().then(({ result }) => {
            this._functions = result.map(({ method, function: value }) => ({ label: method, value }));
        }).catch(() => {
            this._functions = [];
        });
    }

    render() {
        return html`
            <vaadin-text-field class="text" placeholder="Filter by text" accessible-name="Filter by text" clear-button-visible
                .value=${this.filter.text ?? ''} @value-changed=${this._type}>
                <vaadin-icon slot="prefix" icon="font-awesome-solid:magnifying-glass"></vaadin-icon>
            </vaadin-text-field>
            <vaadin-combo-box class="function" placeholder="Any function" accessible-name="Function" clear-button-visible
                .items=${this._functions} item-label-path="label" item-value-path="value"
                .selectedItem=${this._functions.find(({ value }) => value === this.filter.function) ?? null}
                @change=${event => this._choose('function', event.target.value)}></vaadin-combo-box>
            <vaadin-combo-box class="tag" placeholder="Any tag" accessible-name="Tag" clear-button-visible allow-custom-value
                .dataProvider=${this._tags} .value=${this.filter.tag ?? ''}
                @change=${event => this._choose('tag', event.target.value)}
                @custom-value-set=${event => this._choose('tag', event.detail)}></vaadin-combo-box>
            <vaadin-select class="state" placeholder="Any state" accessible-name="State" .items=${this._states}
                .value=${this.filter.state ?? ''} @change=${event => this._choose('state', event.target.value)}></vaadin-select>`;
    }

    _type({ detail }) {
        clearTimeout(this._typing);
        if (detail.value !== (this.filter.text ?? '')) {
            const wait = TYPING_MILLIS - (performance.now() - this._typed);
            this._typing = setTimeout(() => this._choose('text', detail.value), wait);
        }
        this._typed = performance.now();
    }

    _choose(name, value) {
        if (value !== (this.filter[name] ?? '')) {
            this.dispatchEvent(new CustomEvent('filter-changed', { detail: { ...this.filter, [name]: value } }));
        }
    }
}
customElements.define('use-cache-entry-filter', UseCacheEntryFilter);
