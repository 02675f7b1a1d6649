// What a person does on the page, and what the service says to programs meanwhile.

import assert from 'node:assert/strict';

export async function say(page, text) {
    await page.getByRole('textbox').fill(text);
    await page.keyboard.press('Enter');
}

export const conversation = (page) => new URL(page.url()).searchParams.get('c');

/** The last answer, once there are so many. */
export async function answer(page, nth = 1) {
    const found = page.locator('.answer').nth(nth - 1);
    await found.waitFor();
    return found;
}

export async function openCard(page) {
    const card = page.locator('.card[data-state=open]');
    await card.waitFor();
    return card;
}

export const grant = (card) => card.locator('[data-answer=grant]');
export const refuse = (card) => card.locator('[data-answer=refuse]');

/** ¥17,269.60 → 1726960 */
export function minor(text) {
    const found = /[¥￥]\s?([\d,]+(?:\.\d\d)?)/.exec(text);
    assert.ok(found, `no amount in '${text}'`);
    return Math.round(Number(found[1].replaceAll(',', '')) * 100);
}

export async function get(url, path) {
    const answer = await fetch(url + path);
    assert.equal(answer.status, 200, path);
    return answer.json();
}

/** The only plan of the page's conversation. */
export async function plan(page, url) {
    const { plans } = await get(url, `/api/conversations/${conversation(page)}`);
    assert.equal(plans.length, 1);
    return plans[0];
}

const NOT_OVER = ['queued', 'drafting', 'running', 'awaiting-consent', 'unwinding'];

/** The same once it is over: a page is told by the log, programs by the view, which follows a moment later. */
export async function ended(page, url) {
    for (let left = 50; ; left--) {
        const found = await plan(page, url);
        if (!NOT_OVER.includes(found.state)) return found;
        assert.ok(left > 0, `still ${found.state} 5 s after the page showed the end`);
        await new Promise((done) => setTimeout(done, 100));
    }
}

/** What can be seen of the conversation: the same on every page that shows it. */
export const seen = (page) =>
    page.evaluate(() =>
        [...document.querySelectorAll('#log > *')].map((item) => [
            item.className,
            item.dataset.state,
            item.querySelector('details.sources') ? item.querySelector('p')?.textContent : null,
            [...item.querySelectorAll('.step')].map((step) => `${step.dataset.step}:${step.dataset.state}`),
            item.querySelector('.rows') ? null : item.textContent,
        ]),
    );

/** Shows the steps of a plan that is over. */
export async function unfold(page) {
    const details = page.locator('.plan details');
    if (!(await details.evaluate((one) => one.open))) await page.locator('.plan summary').click();
}

/** Demands that these steps stand next to each other. */
export async function sideBySide(page, ids) {
    const boxes = [];
    for (const id of ids) boxes.push(await page.locator(`.step[data-step="${id}"]`).boundingBox());
    for (const box of boxes) assert.ok(Math.abs(box.y - boxes[0].y) < 2, `rows of ${ids}: ${JSON.stringify(boxes)}`);
    const places = new Set(boxes.map((box) => Math.round(box.x)));
    assert.equal(places.size, ids.length, `columns of ${ids}`);
}

/** Nothing is wider than the page. */
export async function fits(page) {
    const [inner, outer] = await page.evaluate(() => [
        Math.max(document.documentElement.scrollWidth, document.getElementById('scroll').scrollWidth),
        window.innerWidth,
    ]);
    assert.ok(inner <= outer, `${inner} px in a page of ${outer} px`);
}
