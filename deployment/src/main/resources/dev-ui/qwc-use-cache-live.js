import { html, css } from 'lit';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/button';
import '@vaadin/grid';
import '@vaadin/icon';
import '@vaadin/text-field';
import { application } from './use-cache-application.js';
import { UseCachePage } from './use-cache-page.js';
import { KINDS, LiveLog } from './use-cache-live-log.js';
import { reasonOf } from './use-cache-notice.js';
import { filterOfAddress, keepInAddress } from './use-cache-place.js';
import { clock, count, runTime } from './use-cache-text.js';
import './use-cache-empty.js';
import './use-cache-kinds.js';
import './use-cache-rate-chart.js';
import './use-cache-rates.js';
import './use-cache-tag-chips.js';

const TYPING_MILLIS = 100;

const RATE_SECONDS = 3;

const PROLONGED_EVERY_MILLIS = 10_000;

const ALL = Object.keys(KINDS);

/** What happens now: calls, loads and revalidations. Nothing is sent while nobody looks, or while it is paused. */
export class QwcUseCacheLive extends UseCachePage {

    static styles = [UseCachePage.styles, css`
        .now {
            display: flex;
            gap: 24px;
            height: 230px;
            flex-shrink: 0;
        }
        use-cache-rate-chart {
            flex: 1;
            min-width: 0;
        }
        .kind {
            display: inline-flex;
            align-items: center;
            gap: 6px;
            white-space: nowrap;
        }
        .dot {
            width: 8px;
            height: 8px;
            border-radius: 50%;
        }
        .text {
            width: 220px;
        }
    `];

    static properties = {
        _events: { state: true },
        _seconds: { state: true },
        _rates: { state: true },
        _listening: { state: true },
        _paused: { state: true },
        _shared: { state: true },
        _kinds: { state: true },
        _text: { state: true }
    };

    _log = new LiveLog();

    _watcher = `${Date.now()}-${Math.random()}`;

    _onSeen = () => this._listen();

    connectedCallback() {
        super.connectedCallback();
        const { text, kinds } = filterOfAddress();
        this._text = text ?? '';
        this._kinds = kinds ? kinds.split(',').filter(kind => kind in KINDS) : ALL;
        this._paused = false;
        this._events = this._log.events;
        this._count();
        document.addEventListener('visibilitychange', this._onSeen);
        this._counting = setInterval(() => this._observer && this._count(), 1000);
        this._prolonging = setInterval(() => this._observer && this._prolong(), PROLONGED_EVERY_MILLIS);
        this._listen();
    }

    disconnectedCallback() {
        document.removeEventListener('visibilitychange', this._onSeen);
        clearInterval(this._counting);
        clearInterval(this._prolonging);
        clearTimeout(this._typing);
        this._observer?.cancel();
        super.disconnectedCallback();
    }

    hotReload() {
        this._listen();
    }

    _count() {
        this._seconds = this._log.seconds();
        this._rates = this._log.perSecond(RATE_SECONDS);
    }

    _listen() {
        this._observer?.cancel();
        this._observer = null;
        if (!this._paused && !document.hidden) {
            this._listening = false;
            this._observer = application.live({ text: this._text, kinds: this._kinds.join(','), watcher: this._watcher })
                .onNext(({ result }) => this._add(result))
                .onError(response => { this._failure = reasonOf(response); });
        }
    }

    // The application cannot see that a window was closed, so it stops when nobody says that somebody looks.
    _prolong() {
        this.answered(application.watching({ watcher: this._watcher }), goesOn => goesOn || this._listen());
    }

    _add(batch) {
        this._failure = null;
        this._listening = true;
        this._shared = (batch.counts.sharedHits ?? null) !== null;
        this._log.add(batch);
        this._events = this._log.events;
    }

    _choose(change) {
        Object.assign(this, change);
        keepInAddress('live', { text: this._text, kinds: this._kinds.length === ALL.length ? '' : this._kinds.join(',') });
        this._clear();
        this._listen();
    }

    _clear() {
        this._log.clear();
        this._events = this._log.events;
    }

    _pause() {
        this._paused = !this._paused;
        this._listen();
    }

    _type({ detail }) {
        clearTimeout(this._typing);
        if (detail.value !== this._text) {
            this._typing = setTimeout(() => this._choose({ _text: detail.value }), TYPING_MILLIS);
        }
    }

    render() {
        return html`${this.renderFailure()}
            <div class="now">
                <use-cache-rate-chart .seconds=${this._seconds}></use-cache-rate-chart>
                <use-cache-rates .rates=${this._rates} ?shared=${this._shared}></use-cache-rates>
            </div>
            <div class="bar">
                <vaadin-text-field class="text" placeholder="Filter by text" accessible-name="Filter by text" clear-button-visible
                    .value=${this._text} @value-changed=${this._type}>
                    <vaadin-icon slot="prefix" icon="font-awesome-solid:magnifying-glass"></vaadin-icon>
                </vaadin-text-field>
                <use-cache-kinds .kinds=${this._kinds} ?shared=${this._shared}
                    @kinds-changed=${event => this._choose({ _kinds: event.detail.length === 0 ? ALL : event.detail })}></use-cache-kinds>
                <span class="fill"></span>
                <span class="secondary number" title="Events that came too fast to be shown; all of them are counted">
                    ${this._log.dropped === 0 ? '' : `+${count(this._log.dropped)}`}</span>
                <vaadin-button theme="small" @click=${this._clear}>Clear</vaadin-button>
                <vaadin-button theme="small primary" @click=${this._pause}>
                    <vaadin-icon slot="prefix" icon="font-awesome-solid:${this._paused ? 'play' : 'pause'}"></vaadin-icon>
                    ${this._paused ? 'Resume' : 'Pause'}</vaadin-button>
            </div>
            ${this._events.length === 0 ? this._renderEmpty() : ''}
            ${this._renderGrid()}`;
    }

    _renderEmpty() {
        if (this._paused) {
            return html`<use-cache-empty heading="Paused">Resume to see what happens from then on.</use-cache-empty>`;
        }
        return this._listening ? html`<use-cache-empty heading="Waiting for calls">
            <span>Call a cached method, or revalidate a tag. It will be shown here at once, if the filter lets it pass.</span>
        </use-cache-empty>` : '';
    }

    _renderGrid() {
        return html`<vaadin-grid ?hidden=${this._events.length === 0} .items=${this._events} aria-label="Events"
            theme="no-border row-stripes compact">
            <vaadin-grid-column header="Time" width="125px" flex-grow="0"
                ${columnBodyRenderer(({ atMillis }) => html`<span class="number secondary">${clock(atMillis)}</span>`, [])}>
            </vaadin-grid-column>
            <vaadin-grid-column header="Event" width="130px" flex-grow="0"
                ${columnBodyRenderer(this._renderKind, [])}></vaadin-grid-column>
            <vaadin-grid-column header="Function" width="260px" resizable
                ${columnBodyRenderer(({ method }) => html`<code>${method ?? ''}</code>`, [])}></vaadin-grid-column>
            <vaadin-grid-column header="Key or tags" width="260px" flex-grow="2" resizable
                ${columnBodyRenderer(this._renderSubject, [])}></vaadin-grid-column>
            <vaadin-grid-column header="Took" width="100px" flex-grow="0" text-align="end"
                ${columnBodyRenderer(({ millis }) => millis === null || millis === undefined ? ''
                    : html`<span class="number">${runTime(millis)}</span>`, [])}></vaadin-grid-column>
        </vaadin-grid>`;
    }

    _renderKind({ kind }) {
        const { name, color } = KINDS[kind];
        return html`<span class="kind"><span class="dot" style="background: var(${color})"></span>${name}</span>`;
    }

    _renderSubject({ kind, key, tags, mode, origin, failure }) {
        if (kind !== 'REVALIDATION') {
            return html`<code title=${key ?? ''}>${key ?? ''}</code>
                ${failure ? html`<div class="error secondary">${failure}</div>` : ''}`;
        }
        return html`<div class="bar"><use-cache-tag-chips .tags=${tags ?? []} limit="4" page="tags"></use-cache-tag-chips>
            <span class="secondary">${mode?.toLowerCase()}, ${origin?.toLowerCase()}</span></div>`;
    }
}
customElements.define('qwc-use-cache-live', QwcUseCacheLive);
