import { QwcHotReloadElement, html } from 'qwc-hot-reload-element';
import { reasonOf } from './use-cache-notice.js';
import { grid, page, texts } from './use-cache-styles.js';

/** What the pages have in common: they ask the application, and show why it did not answer. */
export class UseCachePage extends QwcHotReloadElement {

    static styles = [page, texts, grid];

    static properties = { _failure: { state: true } };

    /** Shows the answer, or why there is none. */
    answered(asked, show) {
        return asked.then(response => {
            this._failure = null;
            show(response.result);
        }).catch(response => {
            this._failure = reasonOf(response);
        });
    }

    renderFailure() {
        return this._failure ? html`<div class="failure" role="alert">
            The application did not answer: ${this._failure}. Its log may tell more.</div>` : '';
    }
}
