// A plan as the person sees it: rows of steps, those that run side by side next to each other.

import { h, keyed } from './dom.js';
import { isOver, progress, rows } from './fold.js';
import { say } from './words.js';

/** Open while it is under way; the person may open and close it. */
export function showPlan(plan, before, act) {
    const element = before ?? emptyPlan();
    const body = element.querySelector('.rows');
    element.dataset.state = plan.state;
    element.querySelector('summary').replaceChildren(...heading(plan));
    element.querySelector('.reason').textContent =
        isOver(plan) || plan.state === 'unwinding' ? (plan.reason?.message ?? '') : '';
    keyed(body, rows(plan.steps), showRow);
    element.querySelector('.acts').replaceChildren(...stop(plan, act));
    const over = isOver(plan);
    if (over !== (element.dataset.over === 'true')) {
        element.dataset.over = String(over);
        element.querySelector('details').open = !over;
    }
    return element;
}

function emptyPlan() {
    return h(
        'article',
        { class: 'plan' },
        h(
            'details',
            { open: true },
            h('summary'),
            h('p', { class: 'reason' }),
            h('div', { class: 'rows' }),
        ),
        h('div', { class: 'acts' }),
    );
}

function heading(plan) {
    return [
        h('span', { class: 'goal' }, plan.goal || '…'),
        h('span', { class: `badge is-${plan.state}` }, say(`plan.${plan.state}`)),
        h('span', { class: 'count' }, say('steps', progress(plan))),
    ];
}

function stop(plan, act) {
    if (isOver(plan) || plan.state === 'unwinding') return [];
    return [
        h(
            'button',
            { type: 'button', class: 'quiet stop', disabled: plan.stopping, onclick: () => act.stop(plan) },
            say(plan.stopping ? 'stopping' : 'stop'),
        ),
    ];
}

function showRow(row, before) {
    const element = before ?? h('ul', { class: 'row' });
    keyed(element, row.steps, showStep);
    return element;
}

/** What broke off with the plan did not fail by itself. */
function why(failure) {
    return failure?.code === 'PLAN_ENDED' ? say('unneeded') : failure?.message;
}

function showStep(step) {
    const state = say(`step.${step.state}`);
    const failure = why(step.failure);
    const label = step.label ?? step.capability ?? step.key;
    return h(
        'li',
        {
            class: 'step',
            'data-step': step.key,
            'data-state': step.state,
            title: [label, step.about, state, failure].filter(Boolean).join(' · '),
        },
        h('span', { class: 'dot', 'aria-hidden': 'true' }),
        h('span', { class: 'label' }, label),
        h('span', { class: 'unseen' }, ` (${state})`),
        step.about && h('span', { class: 'about' }, step.about),
        step.attempt > 1 && h('span', { class: 'about' }, say('attempt', { n: step.attempt })),
        failure && h('span', { class: 'why' }, failure),
    );
}
