// What is said: the person's lines, questions, answers and notices.

import { h } from './dom.js';
import { bookingIds } from './fold.js';
import { money } from './format.js';
import { lang, say, sayProblem } from './words.js';

export function showMessage(message) {
    return h('article', { class: 'said', 'aria-label': say('you') }, message.text);
}

/** What this page has sent and nobody has heard of yet. */
export function showPending(one, act) {
    return h(
        'article',
        { class: one.problem ? 'said unsent' : 'said sending', 'aria-label': say('you') },
        one.text,
        one.problem &&
            h(
                'div',
                { class: 'trouble', role: 'alert' },
                h('span', {}, sayProblem(one.problem)),
                h('button', { type: 'button', class: 'quiet', onclick: () => act.sayAgain(one) }, say('again')),
                h('button', { type: 'button', class: 'quiet', onclick: () => act.drop(one) }, say('drop')),
            ),
    );
}

/** Options answer a single question at once; with several they are put into what is being written. */
export function showQuestion(question, act) {
    const parts = question.questions ?? [];
    const one = parts.length === 1;
    return h(
        'article',
        { class: 'told question', 'data-open': String(question.open) },
        paragraphs(question.text),
        question.open &&
            parts
                .filter((part) => part.options?.length)
                .map((part) =>
                    h(
                        'div',
                        { class: 'options', role: 'group', 'aria-label': part.text },
                        !one && h('span', { class: 'small' }, part.text),
                        part.options.map((option) => {
                            const text = option.text ?? option.label ?? String(option);
                            return h(
                                'button',
                                { type: 'button', class: 'option', onclick: () => act.choose(text, one) },
                                text,
                            );
                        }),
                    ),
                ),
    );
}

export function showAnswer(answer, steps) {
    const ids = bookingIds(answer);
    const citations = answer.citations ?? [];
    const label = (id) => (id === 'in' ? say('said') : (steps(answer.planId, id)?.label ?? id));
    const paid = answer.paid?.amount > 0;
    const bad = answer.state && answer.state !== 'done';
    return h(
        'article',
        { class: 'told answer', 'data-state': answer.state ?? 'said' },
        paragraphs(answer.text),
        (paid || bad) &&
            h(
                'p',
                { class: 'outcome' },
                bad && h('span', { class: `badge is-${answer.state}` }, say(`plan.${answer.state}`)),
                paid && h('span', { class: 'badge is-done paid' }, say('paid', { money: money(answer.paid, lang) })),
            ),
        ids.length > 0 &&
            h(
                'section',
                { class: 'ids', 'aria-label': say('bookings') },
                h('span', { class: 'small' }, say('bookings')),
                h('ul', {}, ids.map((id) => h('li', { title: label(id.stepId) }, id.value))),
            ),
        citations.length > 0 &&
            h(
                'details',
                { class: 'sources' },
                h('summary', {}, say('sources', { n: citations.length })),
                h('ul', {}, citations.map((one) => h('li', {}, `${label(one.stepId)}: ${cited(one.value)}`))),
            ),
    );
}

function cited(value) {
    if (value && typeof value === 'object') {
        return 'amount' in value && 'currency' in value ? money(value, lang) : JSON.stringify(value);
    }
    return String(value);
}

export function showNotice(notice) {
    const known = say(`problem.${String(notice.code).toLowerCase().replaceAll('_', '-')}`);
    const text = say(`notice.${notice.code}`) ?? known ?? notice.message;
    return h('article', { class: 'notice', title: notice.message }, text);
}

/** Lines that begin with a dot become a list. */
function paragraphs(text) {
    const blocks = [];
    for (const line of String(text ?? '').split('\n')) {
        const point = /^\s*[·•-]\s+(.*)$/.exec(line);
        const last = blocks.at(-1);
        if (point && last?.tagName === 'UL') last.append(h('li', {}, point[1]));
        else if (point) blocks.push(h('ul', {}, h('li', {}, point[1])));
        else if (line.trim()) blocks.push(h('p', {}, line));
    }
    return blocks;
}
