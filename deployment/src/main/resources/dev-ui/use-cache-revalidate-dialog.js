import { LitElement, html, css } from 'lit';
import '@vaadin/button';
import '@vaadin/dialog';
import { dialogFooterRenderer } from '@vaadin/dialog/lit.js';
import '@vaadin/progress-bar';
import { application } from './use-cache-application.js';
import { complain, tell } from './use-cache-notice.js';
import { texts } from './use-cache-styles.js';
import { counted } from './use-cache-text.js';

const MODES = {
    EXPIRE: { verb: 'Expire', past: 'Expired', theme: 'primary error', effect: 'The next call of each loads a new value.' },
    STALE: {
        verb: 'Mark as stale', past: 'Marked as stale', theme: 'primary',
        effect: 'The next call of each still gets the old value, and one refresh runs behind it.'
    }
};

/** Says what the revalidation of a tag would reach, and does it when asked to. Sends "revalidated" then. */
class UseCacheRevalidateDialog extends LitElement {

    static styles = [texts, css`
        .question {
            display: flex;
            flex-direction: column;
            gap: 10px;
            width: min(560px, 80vw);
        }
        p {
            margin: 0;
        }
        ul {
            margin: 0;
            padding-left: 20px;
        }
        h4 {
            margin: 4px 0 0;
            font-size: var(--lumo-font-size-s);
            color: var(--lumo-secondary-text-color);
        }
        .sample {
            max-height: 180px;
            overflow-y: auto;
        }
    `];

    static properties = {
        _tag: { state: true },
        _mode: { state: true },
        _reach: { state: true },
        _opened: { state: true }
    };

    ask(tag, mode) {
        this._tag = tag;
        this._mode = mode;
        this._reach = null;
        this._opened = true;
        application.dryRun({ tag })
            .then(response => { this._reach = response.result; })
            .catch(response => {
                this._opened = false;
                complain('Nothing was revalidated', response);
            });
    }

    render() {
        const mode = MODES[this._mode] ?? MODES.EXPIRE;
        return html`<vaadin-dialog header-title="${mode.verb}: ${this._tag}" .opened=${this._opened ?? false}
            @opened-changed=${event => { this._opened = event.detail.value; }}
            ${dialogFooterRenderer(() => this._renderButtons(mode), [mode, this._reach])}>
            <div class="question">${this._reach ? this._renderReach(mode)
                : html`<vaadin-progress-bar indeterminate></vaadin-progress-bar>`}</div>
        </vaadin-dialog>`;
    }

    _renderButtons({ verb, theme }) {
        return html`<vaadin-button theme="tertiary" @click=${() => { this._opened = false; }}>Cancel</vaadin-button>
            <vaadin-button theme=${theme} ?disabled=${!this._reach} @click=${() => this._revalidate()}>${verb}</vaadin-button>`;
    }

    _renderReach({ effect }) {
        const { entries, functions, sample } = this._reach;
        if (entries === 0) {
            return html`<p>No live entry carries this tag. A load that is under way and applies it will not be kept.</p>`;
        }
        return html`<p><strong>${counted(entries, 'entry', 'entries')}</strong> of
                ${counted(functions.length, 'function', 'functions')} would be reached. ${effect}</p>
            <ul>${functions.map(of => html`<li><code>${of.function}</code>
                <span class="secondary">${counted(of.entries, 'entry', 'entries')}</span></li>`)}</ul>
            <h4>${sample.length < entries ? 'Some of the keys' : 'The keys'}</h4>
            <ul class="sample">${sample.map(of => html`<li><code>${of.key}</code>
                <span class="secondary">${of.function}</span></li>`)}</ul>`;
    }

    _revalidate() {
        const tag = this._tag;
        const mode = this._mode;
        this._opened = false;
        application.revalidate({ tag, mode }).then(() => {
            tell(`${MODES[mode].past}: ${tag}`);
            this.dispatchEvent(new CustomEvent('revalidated', { detail: { tag, mode } }));
        }).catch(response => complain('Nothing was revalidated', response));
    }
}
customElements.define('use-cache-revalidate-dialog', UseCacheRevalidateDialog);
