import assert from 'node:assert/strict';
import { test } from 'node:test';

const folder = process.env.PAGE ?? '../../../../orchestrator/src/main/resources/errand/orchestrator/page';
const { EMPTY, bookingIds, fold, openQuestion, progress, rows, stoppable, underWay } = await import(`${folder}/fold.js`);
const { money } = await import(`${folder}/format.js`);

const after = (...events) => events.reduce((state, [name, data]) => fold(state, name, data), EMPTY);
const step = (stepId, state, more) => ['step', { planId: 'p', stepId, state, ...more }];
const outline = (id, ...needs) => ({ id, capability: 'a.b', label: id, needs });
const only = (state, kind) => state.items.filter((item) => item.kind === kind);

test('steps that come before their plan stand in the order of the plan', () => {
    const state = after(step('b', 'dispatched'), step('x.0', 'ready'), [
        'plan',
        { planId: 'p', state: 'running', goal: 'g', steps: [outline('a'), outline('b', 'a')] },
    ]);
    const [plan] = only(state, 'plan');
    assert.deepEqual(plan.steps.map((one) => [one.key, one.state]), [['a', 'waiting'], ['b', 'dispatched'], ['x.0', 'ready']]);
    assert.deepEqual(plan.steps[1].needs, ['a']);
});

test('a later plan event keeps goal and steps', () => {
    const state = after(
        ['plan', { planId: 'p', state: 'running', goal: 'g', steps: [outline('a')] }],
        step('a', 'done'),
        ['plan', { planId: 'p', state: 'done', spent: { amount: 1, currency: 'CNY' } }],
    );
    const [plan] = only(state, 'plan');
    assert.equal(plan.goal, 'g');
    assert.equal(plan.state, 'done');
    assert.equal(plan.steps[0].state, 'done');
    assert.deepEqual(stoppable(state), []);
});

test('a failure is forgotten when the step is tried again', () => {
    const state = after(step('a', 'failed', { failure: { message: 'no' } }), step('a', 'dispatched', { attempt: 2 }));
    assert.equal(only(state, 'plan')[0].steps[0].failure, undefined);
    assert.equal(only(state, 'plan')[0].steps[0].attempt, 2);
});

test('what can run side by side stands in one row', () => {
    const steps = [outline('a'), outline('b'), outline('q', 'a'), outline('z', 'q', 'b'), outline('w', 'b')].map(({ id, ...more }) => ({ key: id, ...more }));
    steps.push({ key: 'q.0', parent: 'q', needs: [] });
    assert.deepEqual(rows(steps).map((row) => row.steps.map((one) => one.key)), [['a', 'b'], ['q', 'w', 'q.0'], ['z']]);
});

test('needs that go in a circle or name nobody still give rows', () => {
    const steps = [{ key: 'a', needs: ['b'] }, { key: 'b', needs: ['a'] }, { key: 'c', needs: ['gone'] }];
    assert.equal(rows(steps).flatMap((row) => row.steps).length, 3);
});

test('what was said shows once, whichever comes first: the answer to the call or the event', () => {
    const said = ['@said', { key: 'k', text: 'hi' }];
    const taken = ['@taken', { key: 'k', messageId: 'm' }];
    const event = ['message', { id: 'm', role: 'person', text: 'hi' }];
    for (const order of [[said, taken, event], [said, event, taken]]) {
        const state = after(...order);
        assert.equal(state.pending.length, 0);
        assert.equal(only(state, 'message').length, 1);
    }
    assert.equal(underWay(after(said)), 'thinking');
});

test('a message from another tab does not swallow what is being sent here', () => {
    const state = after(['@said', { key: 'k', text: 'mine' }], ['message', { id: 'm', text: 'theirs' }]);
    assert.equal(state.pending.length, 1);
});

test('what could not be sent stays, and is not under way', () => {
    const state = after(['@said', { key: 'k', text: 'hi' }], ['@unsaid', { key: 'k', problem: { what: 'unreachable' } }]);
    assert.equal(state.pending[0].problem.what, 'unreachable');
    assert.equal(underWay(state), null);
    assert.equal(fold(state, '@unsaid', { key: 'k' }).pending.length, 0);
});

test('a card keeps its place, ends its answering with its state, and knows what it replaces', () => {
    const total = { amount: 100, currency: 'CNY' };
    const card = (id, state, more) => ['consent', { id, state, total, items: [], ...more }];
    const state = after(card('k1', 'open'), ['notice', { code: 'X' }], ['@answering', { id: 'k1', decision: 'grant' }]);
    assert.equal(state.items[0].answering, 'grant');
    const later = fold(state, ...card('k1', 'granted'));
    assert.equal(later.items[0].state, 'granted');
    assert.equal(later.items[0].answering, null);
    assert.deepEqual(fold(later, ...card('k2', 'open', { replaces: 'k1' })).items[2].replaced, total);
});

test('a question is open until the person says something', () => {
    const asked = after(['question', { id: 'q', text: '?', questions: [] }]);
    assert.equal(openQuestion(asked).id, 'q');
    assert.equal(openQuestion(fold(asked, 'message', { id: 'm', text: 'x' })), undefined);
});

test('an item that did not change is the same object', () => {
    const state = after(['message', { id: 'm', text: 'x' }], step('a', 'ready'));
    const next = fold(state, ...step('a', 'done'));
    assert.equal(next.items[0], state.items[0]);
    assert.notEqual(next.items[1], state.items[1]);
});

test('events of a later version are passed over', () => {
    assert.equal(fold(EMPTY, 'hologram', {}), EMPTY);
});

test('numbers of bookings are listed once each', () => {
    const citations = [
        { stepId: 'b', path: '/bookingId', value: 'B1' },
        { stepId: 'b', path: '/bookingId', value: 'B1' },
        { stepId: 'o', path: '/orderId', value: 'O1' },
        { stepId: 'o', path: '/total', value: { amount: 1, currency: 'CNY' } },
    ];
    assert.deepEqual(bookingIds({ citations }).map((one) => one.value), ['B1', 'O1']);
    assert.deepEqual(bookingIds({}), []);
});

test('money is written with its minor units only when there are some', () => {
    assert.equal(money({ amount: 1726960, currency: 'CNY' }, 'zh'), '¥17,269.60');
    assert.equal(money({ amount: 688200, currency: 'CNY' }, 'en'), '¥6,882');
    assert.equal(money({ amount: -2640, currency: 'CNY' }, 'zh'), '-¥26.40');
});

test('steps that were left out count only when the plan has not done what it was for', () => {
    const steps = ['done', 'skipped', 'undone'].map((state) => ({ state }));
    assert.deepEqual(progress({ state: 'done', steps }), { done: 1, all: 2 });
    assert.deepEqual(progress({ state: 'cancelled', steps }), { done: 1, all: 3 });
});
