// Numbers, as a person reads them.

const UNITS = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1000]];

/** A duration in its two largest units, such as 3m 12s. */
export function duration(millis) {
    if (millis < 1000) {
        return `${Math.max(0, Math.round(millis))}ms`;
    }
    const first = UNITS.findIndex(([, length]) => millis >= length);
    return UNITS.slice(first, first + 2)
        .map(([unit, length], index) => [Math.floor((index === 0 ? millis : millis % UNITS[first][1]) / length), unit])
        .filter(([amount]) => amount > 0)
        .map(([amount, unit]) => amount + unit)
        .join(' ');
}

/** How long a method ran. */
export function runTime(millis) {
    if (millis === null || millis === undefined) {
        return '–';
    }
    const [amount, unit] = millis < 1000 ? [millis, 'ms'] : [millis / 1000, 's'];
    return `${amount.toLocaleString(undefined, { maximumSignificantDigits: amount < 100 ? 2 : 3 })} ${unit}`;
}

export function ago(millis) {
    return millis < 1000 ? 'just now' : `${duration(millis)} ago`;
}

export function count(number) {
    return (number ?? 0).toLocaleString();
}

export function percent(ratio) {
    return ratio === null || ratio === undefined ? '–' : `${(Math.floor(ratio * 1000) / 10).toLocaleString()} %`;
}

/** One thing or several: "1 entry", "2 entries". */
export function counted(number, one, several) {
    return `${count(number)} ${number === 1 ? one : several}`;
}

/** The time of the day, with its milliseconds. */
export function clock(millis) {
    const time = new Date(millis);
    return time.toLocaleTimeString(undefined, { hour12: false }) + '.' + String(time.getMilliseconds()).padStart(3, '0');
}
