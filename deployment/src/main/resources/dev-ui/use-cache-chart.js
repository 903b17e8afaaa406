import { LitElement, html, css } from 'lit';
import { themeState } from 'theme-state';

/** A chart that follows its size and Dev UI's theme, and is disposed of with its page. */
export class UseCacheChart extends LitElement {

    static styles = css`
        :host {
            display: block;
            min-height: 0;
        }
        div {
            width: 100%;
            height: 100%;
        }
    `;

    _draw = () => this.draw();

    // The library is large, and loaded only where a chart is shown.
    async connectedCallback() {
        super.connectedCallback();
        await Promise.all([this.updateComplete, import('echarts/dist/echarts.min.js')]);
        if (!this.isConnected || this._chart) {
            return;
        }
        this._chart = globalThis.echarts.init(this.renderRoot.querySelector('div'));
        this._sizes = new ResizeObserver(() => this._chart.resize());
        this._sizes.observe(this);
        themeState.addObserver(this._draw);
        this.draw();
    }

    disconnectedCallback() {
        themeState.removeObserver(this._draw);
        this._sizes?.disconnect();
        this._chart?.dispose();
        this._chart = null;
        super.disconnectedCallback();
    }

    render() {
        return html`<div role="img" aria-label=${this.label}></div>`;
    }

    draw() {
        this._chart?.setOption(this.option());
    }

    /** A colour of the theme: a canvas knows no custom properties. */
    color(name) {
        return getComputedStyle(this).getPropertyValue(name).trim();
    }
}
