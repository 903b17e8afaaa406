import { LitElement, html, css } from 'lit';
import { devuiState } from 'devui-state';
import 'qui-ide-link';
import { texts } from './use-cache-styles.js';

function packageOf(className) {
    return className.substring(0, className.lastIndexOf('.'));
}

function isInSources(className) {
    const { ideName, idePackages, disable } = devuiState.ideInfo ?? {};
    return ideName && !disable && idePackages?.some(name => name && className.startsWith(name));
}

/** A method with its package. Where Dev UI has found an IDE, it leads to the source. */
class UseCacheMethod extends LitElement {

    static styles = [texts, css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 2px;
            min-width: 0;
        }
        button {
            padding: 0;
            border: 0;
            background: none;
            color: inherit;
            font: inherit;
            text-align: start;
            cursor: pointer;
        }
        button:hover code {
            text-decoration: underline;
        }
    `];

    static properties = { method: {}, declaringClass: {}, bean: {} };

    render() {
        return html`${isInSources(this.declaringClass) ? this._renderLink() : html`<code>${this.method}</code>`}
            <span class="secondary">${packageOf(this.declaringClass)}</span>
            ${this.bean === this.declaringClass ? '' : html`<span class="secondary">called on ${this.bean}</span>`}`;
    }

    _renderLink() {
        return html`<qui-ide-link fileName=${this.declaringClass} noCheck>
            <button title="Open in the IDE"><code>${this.method}</code></button></qui-ide-link>`;
    }
}
customElements.define('use-cache-method', UseCacheMethod);
