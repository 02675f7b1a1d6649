// Follows the events of a conversation: from the beginning, then live, and after a break from the
// last one seen. Nothing is lost and nothing comes twice.

const EVENTS = ['message', 'plan', 'step', 'consent', 'question', 'notice', 'answer', 'status'];
const FIRST_WAIT = 300;
const LONGEST_WAIT = 5000;
const HIDDEN_FOR = 60_000;

export class Stream {
    #source = null;
    #last = null;
    #failures = 0;
    #timer = null;
    #closed = false;
    #to;

    /**
     * @param to where things go: `address(after)`, `event(name, data)`, `connected(yes)`,
     *     `missing()` asks whether the conversation does not exist
     */
    constructor(to) {
        this.#to = to;
        document.addEventListener('visibilitychange', this.#seen);
        this.#connect();
    }

    close() {
        this.#closed = true;
        document.removeEventListener('visibilitychange', this.#seen);
        this.#disconnect();
    }

    #disconnect() {
        clearTimeout(this.#timer);
        this.#source?.close();
        this.#source = null;
    }

    #connect() {
        this.#disconnect();
        const source = new EventSource(this.#to.address(this.#last));
        this.#source = source;
        source.onopen = () => {
            this.#failures = 0;
            this.#to.connected(true);
        };
        source.onerror = () => this.#lost();
        for (const name of EVENTS) {
            source.addEventListener(name, (event) => {
                this.#last = event.lastEventId;
                this.#to.event(name, JSON.parse(event.data));
            });
        }
    }

    #lost() {
        this.#disconnect();
        this.#to.connected(false);
        const wait = Math.min(FIRST_WAIT * 2 ** this.#failures++, LONGEST_WAIT);
        this.#timer = setTimeout(async () => {
            const missing = await this.#to.missing();
            if (!missing && !this.#closed) this.#connect();
        }, wait);
    }

    /** A browser keeps six lines per host: a tab that nobody looks at gives its own back. */
    #seen = () => {
        if (document.hidden) {
            this.#timer = setTimeout(() => this.#disconnect(), HIDDEN_FOR);
        } else if (!this.#source) {
            this.#connect();
        } else {
            clearTimeout(this.#timer);
        }
    };
}
