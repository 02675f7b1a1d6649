// Around the conversation: the bar, recent conversations, the welcome, the composer.

import { h } from './dom.js';
import { time } from './format.js';
import { lang, say } from './words.js';

export function showBar(act) {
    return [
        h('button', { type: 'button', class: 'icon menu', 'aria-label': say('menu'), onclick: act.menu }, '☰'),
        h('a', { class: 'brand', href: '/', onclick: act.fresh }, h('img', { src: '/page/icon.svg', alt: '', width: 24, height: 24 }), 'Errand'),
        h('span', { class: 'tagline' }, say('tagline')),
        h('button', { type: 'button', class: 'quiet lang', 'aria-label': say('languageLabel'), onclick: act.language }, say('language')),
        h('a', { class: 'quiet fresh', href: '/', onclick: act.fresh }, say('newChat')),
    ];
}

export function showRecent(list, current, act) {
    return [
        h(
            'div',
            { class: 'recent-head' },
            h('h2', {}, say('recent')),
            h('button', { type: 'button', class: 'icon', 'aria-label': say('closeMenu'), onclick: act.menu }, '✕'),
        ),
        list.length === 0 && h('p', { class: 'small' }, say('noRecent')),
        h(
            'nav',
            { 'aria-label': say('recent') },
            list.map((one) =>
                h(
                    'a',
                    {
                        href: `/?c=${encodeURIComponent(one.id)}`,
                        'aria-current': one.id === current ? 'page' : null,
                        onclick: (event) => act.visit(event, one.id),
                    },
                    h('span', {}, one.title),
                    h('time', { class: 'small', datetime: one.at }, time(one.at, lang)),
                ),
            ),
        ),
    ].filter(Boolean);
}

export function showWelcome(act) {
    return [
        h('h1', {}, say('hello')),
        h('p', {}, say('helloMore')),
        h(
            'div',
            { class: 'examples' },
            say('examples').map((text) =>
                h('button', { type: 'button', class: 'example', onclick: () => act.choose(text, false) }, text),
            ),
        ),
    ];
}

/** Enter sends, Shift+Enter breaks the line, Enter that ends an input method's word does neither. */
export function composer(act) {
    const field = h('textarea', { rows: 1, maxlength: 4000, autofocus: true });
    const button = h('button', { type: 'submit', class: 'main send' }, '↑');
    const fit = () => {
        field.style.height = 'auto';
        field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
        button.disabled = field.value.trim() === '';
    };
    const submit = (event) => {
        event.preventDefault();
        const text = field.value.trim();
        if (!text) return;
        field.value = '';
        fit();
        act.say(text);
    };
    field.addEventListener('input', fit);
    field.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
    });
    const form = h('form', { class: 'write', onsubmit: submit }, field, button);
    return {
        form,
        words() {
            field.placeholder = say('write');
            field.setAttribute('aria-label', say('writeLabel'));
            button.setAttribute('aria-label', say('send'));
            fit();
        },
        put(text) {
            field.value = field.value ? `${field.value} ${text}` : text;
            fit();
            field.focus();
        },
        focus: () => field.focus(),
    };
}
