// Calls the orchestrator. A write carries a key, so that repeating it does it once.

/** An error as the service tells it (RFC 9457), or `unreachable` when it did not answer. */
export class Problem extends Error {
    constructor(status, what, detail) {
        super(detail);
        this.status = status;
        this.what = what;
    }
}

const WORTH_REPEATING = new Set([0, 502, 503, 504]);
const pause = (millis) => new Promise((done) => setTimeout(done, millis));

/** A key that nobody else uses; also where the page is not served from a secure origin. */
export function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
}

async function once(path, options) {
    let answer;
    try {
        answer = await fetch(path, options);
    } catch {
        throw new Problem(0, 'unreachable', 'The service does not answer.');
    }
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) return { status: answer.status, body };
    const what = String(body.type ?? '').replace('urn:errand:problem:', '') || 'unexpected';
    throw new Problem(answer.status, what, body.detail ?? answer.statusText);
}

async function get(path) {
    return (await once(path, { headers: { Accept: 'application/json' } })).body;
}

async function post(path, body, tries = 5) {
    const options = {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() },
        body: JSON.stringify(body),
    };
    for (let nth = 1; ; nth++) {
        try {
            return await once(path, options);
        } catch (problem) {
            const again = WORTH_REPEATING.has(problem.status) || problem.what === 'key-in-flight';
            if (!again || nth === tries) throw problem;
            await pause(400 * 2 ** nth);
        }
    }
}

const conversation = (id) => `/api/conversations/${encodeURIComponent(id)}`;

export const api = {
    recent: async () => (await get('/api/conversations?limit=30')).items,
    agents: async () => (await get('/api/agents')).agents,
    find: (id) => get(conversation(id)),
    open: async (lang) => (await post('/api/conversations', { lang })).body.id,
    say: async (id, text, lang) =>
        (await post(`${conversation(id)}/messages`, { text, lang })).body.messageId,
    answer: (id, card, decision) =>
        post(`${conversation(id)}/consents/${encodeURIComponent(card.id)}`, {
            decision,
            hash: card.hash,
        }),
    cancel: (id, planId) => post(`${conversation(id)}/cancel`, { planId }),
    events: (id, after) =>
        `${conversation(id)}/events${after ? `?lastEventId=${encodeURIComponent(after)}` : ''}`,
};
