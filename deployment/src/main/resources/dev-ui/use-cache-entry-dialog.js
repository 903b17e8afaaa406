import { LitElement, html, css } from 'lit';
import '@vaadin/button';
import '@vaadin/dialog';
import { dialogFooterRenderer } from '@vaadin/dialog/lit.js';
import '@vaadin/progress-bar';
import 'qui-themed-code-block';
import { application } from './use-cache-application.js';
import { reasonOf } from './use-cache-notice.js';
import { texts } from './use-cache-styles.js';
import './use-cache-age-bar.js';
import './use-cache-state.js';
import './use-cache-tag-chips.js';

/** One entry with all its tags and its value, which is asked for when the dialog opens. */
class UseCacheEntryDialog extends LitElement {

    static styles = [texts, css`
        .entry {
            display: flex;
            flex-direction: column;
            gap: 14px;
            width: min(820px, 80vw);
        }
        .facts {
            display: grid;
            grid-template-columns: max-content 1fr;
            gap: 8px 16px;
            align-items: baseline;
            margin: 0;
        }
        dt {
            color: var(--lumo-secondary-text-color);
        }
        dd {
            margin: 0;
            min-width: 0;
        }
        use-cache-age-bar {
            max-width: 360px;
        }
        use-cache-tag-chips {
            max-height: 120px;
            overflow-y: auto;
        }
        .value {
            max-height: 45vh;
            overflow: auto;
            border: 1px solid var(--lumo-contrast-10pct);
            border-radius: var(--lumo-border-radius-m);
        }
    `];

    static properties = {
        _entry: { state: true },
        _value: { state: true },
        _opened: { state: true }
    };

    show(entry) {
        this._entry = entry;
        this._value = null;
        this._opened = true;
        application.entryValue({ id: entry.id })
            .then(response => this._showValue(entry, response.result))
            .catch(response => this._showValue(entry, { problem: reasonOf(response) }));
    }

    close() {
        this._opened = false;
    }

    // An answer that is late must not appear below another entry.
    _showValue(entry, value) {
        if (this._entry === entry) {
            this._value = value ?? { problem: 'The entry is gone.' };
        }
    }

    render() {
        return html`<vaadin-dialog header-title="Entry" .opened=${this._opened ?? false} resizable draggable
            @opened-changed=${event => { this._opened = event.detail.value; }}
            ${dialogFooterRenderer(() => this._renderButtons(), [])}>
            ${this._entry ? this._renderEntry(this._entry) : ''}
        </vaadin-dialog>`;
    }

    _renderButtons() {
        return html`<vaadin-button theme="tertiary error" @click=${() => this._evict()}>Evict</vaadin-button>
            <vaadin-button theme="primary" @click=${() => this.close()}>Close</vaadin-button>`;
    }

    _renderEntry(entry) {
        return html`<div class="entry">
            <dl class="facts">
                <dt>Function</dt><dd><code>${entry.method}</code></dd>
                <dt>Key</dt><dd><code>${entry.key}</code></dd>
                <dt>Cache</dt><dd>${entry.cache}</dd>
                <dt>State</dt><dd><use-cache-state state=${entry.state} ?elsewhere=${entry.fromElsewhere} ?mutated=${entry.mutated}></use-cache-state></dd>
                <dt>Age</dt><dd><use-cache-age-bar .entry=${entry}></use-cache-age-bar></dd>
                <dt>Tags</dt><dd><use-cache-tag-chips .tags=${entry.tags} @tag-chosen=${this.close}></use-cache-tag-chips></dd>
            </dl>
            <div class="value" role="region" aria-label="Value" tabindex="0">${this._renderValue()}</div>
        </div>`;
    }

    _renderValue() {
        if (!this._value) {
            return html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`;
        }
        const { json, truncated, problem } = this._value;
        return html`${problem ? html`<p class="warning" role="status">The value cannot be shown: ${problem}</p>` : ''}
            ${truncated ? html`<p class="secondary" role="status">Only the beginning is shown.</p>` : ''}
            ${json ? html`<qui-themed-code-block mode="json" .content=${json}></qui-themed-code-block>` : ''}`;
    }

    _evict() {
        this.dispatchEvent(new CustomEvent('evict', { detail: this._entry }));
        this.close();
    }
}
customElements.define('use-cache-entry-dialog', UseCacheEntryDialog);
