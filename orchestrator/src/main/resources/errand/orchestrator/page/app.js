// The chat page: what the person does goes to the service, what the service tells is folded and shown.

import { api, newKey } from './api.js';
import { keyed } from './dom.js';
import { EMPTY, fold, openQuestion, underWay } from './fold.js';
import { showCard } from './show-card.js';
import { composer, showBar, showRecent, showWelcome } from './show-frame.js';
import { showPlan } from './show-plan.js';
import { showAnswer, showMessage, showNotice, showPending, showQuestion } from './show-talk.js';
import { Stream } from './stream.js';
import { choose, lang, say, sayProblem, written } from './words.js';

const SILENCE_WORTH_ASKING = 4000;

const at = (id) => document.getElementById(id);
const log = at('log');
const scroll = at('scroll');

let state = EMPTY;
let conversation = null;
let stream = null;
let recent = [];
let line = null;
let silent = '';
let drawing = null;
const since = new WeakMap();

const act = {
    say: (text) => send({ key: newKey(), text }),
    sayAgain(one) {
        happened('@unsaid', { key: one.key });
        send({ key: newKey(), text: one.text });
    },
    drop: (one) => happened('@unsaid', { key: one.key }),
    choose: (text, atOnce) => (atOnce ? act.say(text) : write.put(text)),
    async answer(card, decision) {
        if (state.items.find((item) => item.key === card.id)?.answering) return;
        happened('@answering', { id: card.id, decision });
        draw();
        try {
            await api.answer(conversation, card, decision);
        } catch (problem) {
            tell('problem', sayProblem(problem));
            happened('@answering', { id: card.id, decision: null });
        }
    },
    async stop(plan) {
        happened('@stopping', { planId: plan.planId, stopping: true });
        try {
            await api.cancel(conversation, plan.planId);
        } catch (problem) {
            tell('problem', sayProblem(problem));
            happened('@stopping', { planId: plan.planId, stopping: false });
        }
    },
    language() {
        choose(lang === 'zh' ? 'en' : 'zh');
        log.replaceChildren();
        drawFrame();
        draw();
    },
    menu: () => at('recent').classList.toggle('open'),
    fresh: (event) => act.visit(event, null),
    visit(event, id) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        history.pushState(null, '', id ? `/?c=${encodeURIComponent(id)}` : '/');
        at('recent').classList.remove('open');
        enter(id);
        write.focus();
    },
};
const write = composer(act);

async function send({ key, text }) {
    happened('@said', { key, text });
    scroll.scrollTop = scroll.scrollHeight;
    try {
        if (!conversation) {
            const id = await api.open(written(text) ?? lang);
            history.pushState(null, '', `/?c=${encodeURIComponent(id)}`);
            follow(id);
        }
        const messageId = await api.say(conversation, text, written(text) ?? undefined);
        happened('@taken', { key, messageId });
        refreshRecent();
    } catch (problem) {
        happened('@unsaid', { key, problem });
    }
}

/** Shows another conversation, or an empty page. */
function enter(id) {
    stream?.close();
    stream = null;
    conversation = null;
    state = EMPTY;
    line = null;
    silent = '';
    log.replaceChildren();
    if (id) follow(id);
    drawFrame();
    draw();
}

function follow(id) {
    conversation = id;
    const mine = () => conversation === id;
    stream = new Stream({
        address: (after) => api.events(id, after),
        event: (name, data) => mine() && happened(name, data),
        connected(yes) {
            if (!mine()) return;
            if (!yes) tell('lost', say('lost'));
            else if (line?.kind === 'lost') tell('back', say('back'), 2500);
        },
        async missing() {
            try {
                await api.find(id);
                return false;
            } catch (problem) {
                if (problem.status !== 404) return false;
                if (mine()) tell('missing', say('missing'));
                return true;
            }
        },
    });
}

function happened(name, data) {
    const before = state.status;
    state = fold(state, name, data);
    if (state.status !== before) refreshRecent();
    drawing ??= setTimeout(draw, 16);
}

function draw() {
    clearTimeout(drawing);
    drawing = null;
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
    keyed(log, [...state.items, ...state.pending], show);
    at('welcome').hidden = Boolean(conversation) || state.pending.length > 0;
    const now = underWay(state);
    at('now').textContent = now ? say(now) : '';
    at('now').dataset.now = now ?? '';
    document.body.dataset.status = state.status;
    document.title = (state.waitsFor || openQuestion(state) ? '● ' : '') + 'Errand';
    drawLine();
    if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

function show(item, before) {
    switch (item.kind) {
        case 'message':
            return showMessage(item);
        case 'plan':
            return showPlan(item, before, act);
        case 'card':
            return showCard(item, act);
        case 'question':
            return showQuestion(item, act);
        case 'answer':
            return showAnswer(item, stepOf);
        case 'notice':
            return showNotice(item);
        default:
            return showPending(item, act);
    }
}

function stepOf(planId, id) {
    const plan = state.items.find((item) => item.kind === 'plan' && item.planId === planId);
    return plan?.steps.find((step) => step.key === id);
}

/** The line below the bar: trouble with the service, for a while or until it is over. */
function tell(kind, text, millis) {
    const told = { kind, text };
    line = told;
    const over = millis ?? (kind === 'problem' ? 8000 : 0);
    if (over) {
        setTimeout(() => {
            if (line !== told) return;
            line = null;
            drawLine();
        }, over);
    }
    drawLine();
}

function drawLine() {
    const text = line?.text ?? (silent && say('silent', { agents: silent }));
    at('line').hidden = !text;
    at('line').dataset.kind = line?.kind ?? 'silent';
    if (at('line').textContent !== text) at('line').textContent = text || '';
}

function drawFrame() {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
    at('bar').replaceChildren(...showBar(act));
    at('welcome').replaceChildren(...showWelcome(act));
    drawRecent();
    write.words();
}

function drawRecent() {
    at('recent').hidden = false;
    at('recent').replaceChildren(...showRecent(recent, conversation, act));
}

async function refreshRecent() {
    try {
        recent = (await api.recent()).filter((one) => one.title);
        drawRecent();
    } catch {
        // The list is a convenience; what is wrong with the service, the line says.
    }
}

/** Says which agents do not answer, when steps have been with them for a while. */
async function askForTheSilent() {
    const waitedFor = new Set(
        state.items
            .filter((item) => item.kind === 'plan')
            .flatMap((plan) => plan.steps)
            .filter((step) => step.state === 'dispatched' || step.state === 'undoing')
            .filter((step) => Date.now() - seen(step) > SILENCE_WORTH_ASKING)
            .map((step) => String(step.capability).split('.')[0]),
    );
    let found = '';
    if (waitedFor.size > 0) {
        try {
            const down = (await api.agents()).filter((agent) => agent.health !== 'up');
            found = down.map((agent) => agent.name).filter((name) => waitedFor.has(name)).join(', ');
        } catch {
            found = silent;
        }
    }
    if (found !== silent) {
        silent = found;
        drawLine();
    }
}

function seen(step) {
    if (!since.has(step)) since.set(step, Date.now());
    return since.get(step);
}

at('composer').append(write.form);
window.addEventListener('popstate', () => enter(new URLSearchParams(location.search).get('c')));
setInterval(askForTheSilent, 2000);
enter(new URLSearchParams(location.search).get('c'));
refreshRecent();
write.focus();
