// The language of the page: the browser's at first, then what the person chose.

import { en } from './words-en.js';
import { zh } from './words-zh.js';

const WORDS = { zh, en };
const CHOSEN = 'errand.lang';

function first() {
    try {
        const chosen = localStorage.getItem(CHOSEN);
        if (WORDS[chosen]) return chosen;
    } catch {
        // A browser that keeps nothing: its own language then.
    }
    return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export let lang = first();

export function choose(other) {
    lang = other;
    try {
        localStorage.setItem(CHOSEN, other);
    } catch {
        // It holds for this page only.
    }
}

/** Words by path, `plan.done`; a function of what is filled in becomes text. */
export function say(path, values) {
    const found = path.split('.').reduce((words, part) => words?.[part], WORDS[lang]);
    return typeof found === 'function' ? found(values) : found;
}

/** A problem in words. */
export function sayProblem(problem) {
    return say(`problem.${problem.what}`) ?? say('problemOther', { detail: problem.message });
}

/** The language a text is written in, or null when it does not show. */
export function written(text) {
    if (/\p{Script=Han}/u.test(text)) return 'zh';
    return /[a-z]{2}/i.test(text) ? 'en' : null;
}
