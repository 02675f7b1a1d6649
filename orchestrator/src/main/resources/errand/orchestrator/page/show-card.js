// A consent card: all that the yes would cover, and the two answers. One that is settled is folded.

import { h } from './dom.js';
import { money, time } from './format.js';
import { lang, say } from './words.js';

export function showCard(card, act) {
    const open = card.state === 'open';
    const title = h('h2', {}, say(`card.${card.state}`));
    return h(
        'article',
        { class: 'card', 'data-state': card.state, 'data-card': card.id, 'aria-label': title.textContent },
        open
            ? [h('header', {}, title), content(card), answers(card, act)]
            : h('details', {}, h('summary', {}, title, h('strong', {}, money(card.total, lang))), content(card)),
    );
}

function content(card) {
    return [
        card.replaced && h('p', { class: 'changed' }, say('newPrice', { money: money(card.replaced, lang) })),
        h('ul', { class: 'offers' }, (card.items ?? []).map(showItem)),
        h(
            'div',
            { class: 'sum' },
            h('span', {}, say('total')),
            card.budget && h('span', { class: 'small' }, say('budget', { money: money(card.budget, lang) })),
            h('strong', { class: 'amount' }, money(card.total, lang)),
        ),
    ];
}

function showItem(item) {
    return h(
        'li',
        {},
        h('div', { class: 'offer' }, h('span', {}, item.title), h('span', { class: 'amount' }, money(item.total, lang))),
        h('ul', { class: 'lines' }, (item.lines ?? []).map(showLine)),
        h('p', { class: 'small' }, `${say('payee')}: ${item.payee?.name ?? item.payee?.id ?? ''}`),
        item.cancellation && h('p', { class: 'small' }, `${say('cancellation')}: ${item.cancellation}`),
        item.validUntil && h('p', { class: 'small' }, say('validUntil', { time: time(item.validUntil, lang) })),
    );
}

function showLine(line) {
    const many = line.quantity > 1;
    const each = many && line.unit ? `${money(line.unit, lang)} ${say('quantity', { n: line.quantity })}` : '';
    return h(
        'li',
        {},
        h('span', {}, line.title),
        h('span', { class: 'each' }, each),
        h('span', { class: 'amount' }, money(line.amount, lang)),
    );
}

function answers(card, act) {
    const busy = Boolean(card.answering);
    const total = money(card.total, lang);
    const button = (decision, kind, text) =>
        h(
            'button',
            { type: 'button', class: kind, 'data-answer': decision, disabled: busy, onclick: () => act.answer(card, decision) },
            text,
        );
    return h(
        'div',
        { class: 'answers' },
        button('grant', 'main', card.total.amount > 0 ? say('yes', { money: total }) : say('yesFree')),
        button('refuse', 'quiet', say('no')),
        busy && h('span', { class: 'small', role: 'status' }, say('answering')),
    );
}
