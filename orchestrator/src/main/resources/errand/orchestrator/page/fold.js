// What a conversation looks like after its events. Pure: the same events give the same state, so
// that a page that was loaded again shows what the others show. An item changes by being replaced.

export const EMPTY = Object.freeze({
    items: [],
    pending: [],
    status: 'idle',
    waitsFor: null,
});

const OVER = new Set(['done', 'partial', 'failed', 'cancelled']);

/** Whether a plan can still change. */
export const isOver = (plan) => OVER.has(plan.state);

/** The state after one event; names with @ are what happened on this page only. */
export function fold(state, name, data) {
    const next = FOLDS[name];
    return next ? next(state, data) : state;
}

/** Plans that can still be stopped. */
export function stoppable(state) {
    return state.items.filter(
        (item) => item.kind === 'plan' && !isOver(item) && item.state !== 'unwinding',
    );
}

/** What is under way, in one word for a line at the end: null when nothing is. */
export function underWay(state) {
    if (state.pending.some((one) => !one.problem) || state.status === 'thinking') return 'thinking';
    return state.status === 'working' ? 'working' : null;
}

/** The question that the next message answers. */
export function openQuestion(state) {
    return state.items.findLast((item) => item.kind === 'question' && item.open);
}

const FOLDS = {
    message: (state, data) => {
        const pending = state.pending.findIndex((one) =>
            one.messageId ? one.messageId === data.id : one.text === data.text,
        );
        const known = state.pending[pending];
        return add(
            closeQuestions({
                ...state,
                pending: known ? state.pending.filter((one) => one !== known) : state.pending,
            }),
            { kind: 'message', ...data, key: data.id },
        );
    },

    plan: (state, data) =>
        upsertPlan(state, data.planId, (plan) => ({
            ...plan,
            state: data.state,
            goal: data.goal ?? plan.goal,
            at: plan.at ?? data.at,
            reason: data.reason ?? plan.reason,
            spent: data.spent ?? plan.spent,
            steps: data.steps ? inOrder(data.steps, plan.steps) : plan.steps,
            stopping: plan.stopping && !OVER.has(data.state),
        })),

    step: (state, { planId, stepId, ...data }) =>
        upsertPlan(state, planId, (plan) => {
            const before = plan.steps.find((step) => step.key === stepId);
            const step = { ...newStep(stepId), ...before, failure: undefined, ...data };
            return {
                ...plan,
                steps: before
                    ? plan.steps.map((one) => (one === before ? step : one))
                    : [...plan.steps, step],
            };
        }),

    consent: (state, data) => {
        const before = find(state, data.id);
        const card = { ...before, kind: 'card', ...data, key: data.id, answering: null };
        card.at = before?.at ?? data.at;
        card.replaced = data.replaces ? find(state, data.replaces)?.total : undefined;
        return before ? replace(state, before, card) : add(state, card);
    },

    question: (state, data) =>
        add(closeQuestions(state), { kind: 'question', open: true, ...data, key: data.id }),

    answer: (state, data) => add(state, { kind: 'answer', ...data, key: data.id }),

    notice: (state, data) =>
        add(state, { kind: 'notice', ...data, key: `notice-${state.items.length}` }),

    status: (state, data) => ({ ...state, status: data.status, waitsFor: data.for ?? null }),

    '@said': (state, { key, text }) => ({
        ...state,
        pending: [...state.pending, { key, text }],
    }),

    '@taken': (state, { key, messageId }) => {
        const arrived = find(state, messageId);
        return {
            ...state,
            pending: state.pending
                .filter((one) => !(arrived && one.key === key))
                .map((one) => (one.key === key ? { ...one, messageId } : one)),
        };
    },

    '@unsaid': (state, { key, problem }) => ({
        ...state,
        pending: problem
            ? state.pending.map((one) => (one.key === key ? { ...one, problem } : one))
            : state.pending.filter((one) => one.key !== key),
    }),

    '@answering': (state, { id, decision }) => {
        const card = find(state, id);
        return card ? replace(state, card, { ...card, answering: decision }) : state;
    },

    '@stopping': (state, { planId, stopping }) =>
        upsertPlan(state, planId, (plan) => ({ ...plan, stopping })),
};

const find = (state, key) => state.items.find((item) => item.key === key);
const add = (state, item) => ({ ...state, items: [...state.items, item] });
const replace = (state, before, item) => ({
    ...state,
    items: state.items.map((one) => (one === before ? item : one)),
});

function closeQuestions(state) {
    if (!openQuestion(state)) return state;
    return {
        ...state,
        items: state.items.map((item) =>
            item.kind === 'question' && item.open ? { ...item, open: false } : item,
        ),
    };
}

/** The steps of a plan come before the plan itself, when one record tells of both. */
function upsertPlan(state, planId, change) {
    const before = find(state, planId);
    const plan = change(
        before ?? { kind: 'plan', key: planId, planId, goal: '', state: 'drafting', steps: [] },
    );
    return before ? replace(state, before, plan) : add(state, plan);
}

const newStep = (id) => ({ key: id, state: 'waiting', needs: [] });

function inOrder(outline, known) {
    const steps = outline.map(({ id, ...step }) => ({
        ...newStep(id),
        ...step,
        ...known.find((one) => one.key === id),
        needs: step.needs ?? [],
    }));
    return [...steps, ...known.filter((one) => !outline.some((step) => step.id === one.key))];
}

/**
 * The steps of a plan in rows: a row holds what can run side by side, since all that it needs is in
 * rows before. Steps made from one step (`parent`) stand in its row.
 */
export function rows(steps) {
    const byKey = new Map(steps.map((step) => [step.key, step]));
    const levels = new Map();
    const level = (key) => {
        if (!byKey.has(key)) return -1;
        if (levels.has(key)) return levels.get(key);
        levels.set(key, 0);
        const step = byKey.get(key);
        const found = byKey.has(step.parent)
            ? level(step.parent)
            : 1 + Math.max(-1, ...(step.needs ?? []).map(level));
        levels.set(key, found);
        return found;
    };
    const all = [];
    for (const step of steps) (all[level(step.key)] ??= []).push(step);
    return all.filter(Boolean).map((row, nth) => ({ key: `row-${nth}`, steps: row }));
}

/** How many steps of how many are done; what a plan that is done has left out does not count. */
export function progress(plan) {
    const left = plan.state === 'done' ? 'skipped' : null;
    const counted = plan.steps.filter((step) => step.state !== left);
    return { done: counted.filter((step) => step.state === 'done').length, all: counted.length };
}

const ID = /\/(booking|order|capture|authorisation|refund)Id$/;

/** What an answer cites that a person may need later: numbers of bookings and orders, each once. */
export function bookingIds(answer) {
    const ids = new Map();
    for (const { stepId, path, value } of answer.citations ?? []) {
        if (ID.test(path) && typeof value === 'string') ids.set(value, { stepId, value });
    }
    return [...ids.values()];
}
