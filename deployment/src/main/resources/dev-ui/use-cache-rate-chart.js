import { UseCacheChart } from './use-cache-chart.js';
import { count } from './use-cache-text.js';
import { KINDS } from './use-cache-live-log.js';

const SERIES = [
    { name: 'hits', of: 'hits', kind: KINDS.HIT },
    { name: 'stale hits', of: 'staleHits', kind: KINDS.STALE_HIT },
    { name: 'misses', of: 'misses', kind: KINDS.MISS }
];

/** Hits, stale hits and misses of the last seconds. */
class UseCacheRateChart extends UseCacheChart {

    static properties = { seconds: { attribute: false } };

    label = 'Hits, stale hits and misses per second';

    constructor() {
        super();
        this.seconds = [];
    }

    updated() {
        this.draw();
    }

    option() {
        const text = this.color('--lumo-secondary-text-color');
        const line = this.color('--lumo-contrast-10pct');
        return {
            animation: false,
            textStyle: { fontFamily: getComputedStyle(this).fontFamily },
            grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
            legend: { top: 4, left: 4, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: text } },
            tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, ...this._tooltip() },
            xAxis: this._times(text, line),
            yAxis: {
                type: 'value', minInterval: 1, splitLine: { lineStyle: { color: line } },
                axisLabel: { color: text, formatter: count }
            },
            series: SERIES.map(series => this._bars(series))
        };
    }

    _tooltip() {
        return {
            backgroundColor: this.color('--lumo-base-color'),
            borderColor: this.color('--lumo-contrast-20pct'),
            textStyle: { color: this.color('--lumo-body-text-color') }
        };
    }

    _times(text, line) {
        return {
            type: 'category',
            data: this.seconds.map(({ second }) => new Date(second * 1000).toLocaleTimeString(undefined, { hour12: false })),
            axisLabel: { color: text, interval: 14 },
            axisTick: { show: false },
            axisLine: { lineStyle: { color: line } }
        };
    }

    _bars({ name, of, kind }) {
        return {
            name, type: 'bar', stack: 'calls', barCategoryGap: '15%',
            itemStyle: { color: this.color(kind.color) },
            data: this.seconds.map(second => second[of])
        };
    }
}
customElements.define('use-cache-rate-chart', UseCacheRateChart);
