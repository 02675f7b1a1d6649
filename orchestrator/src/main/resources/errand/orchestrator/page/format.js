// Money and times as people of a language write them.

const LOCALES = { zh: 'zh-CN', en: 'en-US' };

/** {amount in minor units, currency}: whole amounts without decimals. */
export function money({ amount, currency }, lang) {
    const options = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
    const digits = new Intl.NumberFormat(LOCALES[lang], options).resolvedOptions()
        .maximumFractionDigits;
    const value = amount / 10 ** digits;
    return new Intl.NumberFormat(LOCALES[lang], {
        ...options,
        minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
    }).format(value);
}

/** The time of today, day and time of another day. */
export function time(text, lang, now = new Date()) {
    const at = new Date(text);
    if (Number.isNaN(at.getTime())) return text;
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    const day = at.toDateString() === now.toDateString() ? {} : { month: 'short', day: 'numeric' };
    return new Intl.DateTimeFormat(LOCALES[lang], { ...day, ...clock }).format(at);
}
