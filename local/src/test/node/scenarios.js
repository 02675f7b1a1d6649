// What people do on the page, by name; each is one test of PageIT.

import assert from 'node:assert/strict';
import { lineTo } from './line.js';
import * as person from './person.js';
import { stage } from './stage.js';

const OUTING = '两周后12人从北京到杭州团建，两天一晚，总预算3万，要高铁、双人房、一顿团餐、活动物资';
const PHONE = { width: 390, height: 844 };

export const scenarios = {
    joke: {
        async run({ page, url }) {
            const began = Date.now();
            await person.say(page, '你好，讲个笑话');
            await page.locator('.said').waitFor();
            await page.locator('#now[data-now=thinking], .answer').first().waitFor();
            assert.ok(Date.now() - began < 2000, 'first sign within 2 s');
            assert.ok((await (await person.answer(page)).innerText()).length > 10);
            assert.equal(await page.locator('.plan').count(), 0);
            assert.equal(await page.locator('.said').count(), 1);
            const { plans } = await person.get(url, `/api/conversations/${person.conversation(page)}`);
            assert.deepEqual(plans, []);
        },
    },

    route: {
        locale: 'en-US',
        async run({ page }) {
            await person.say(page, 'Fastest way from Xixi campus to Hangzhou East station');
            const answer = await (await person.answer(page)).innerText();
            assert.match(answer, /fastest is .*minutes/);
            await page.locator('.plan[data-state=done]').waitFor();
            await person.unfold(page);
            await person.sideBySide(page, ['driving', 'transit', 'taxi']);
            assert.match(await page.locator('.plan').innerText(), /Route by taxi/);
            assert.match(await page.locator('.bar').innerText(), /New conversation/);
        },
    },

    outing: {
        picture: { width: 1280, height: 1180 },
        async run({ page, url }) {
            await person.say(page, OUTING);
            const card = await person.openCard(page);
            await person.sideBySide(page, ['out', 'back', 'hotel', 'meal', 'kit']);
            const total = person.minor(await card.locator('.sum .amount').innerText());
            const each = await card.locator('.offer .amount').allInnerTexts();
            assert.equal(each.length, 5);
            assert.equal(each.map(person.minor).reduce((a, b) => a + b), total);
            const lines = await card.locator('.lines li .amount').allInnerTexts();
            const plain = lines.map((text) => person.minor(text) * (text.includes('-') ? -1 : 1));
            assert.equal(plain.reduce((a, b) => a + b), total);
            const text = await card.innerText();
            for (const word of ['取消规则', '收款方', '价格保留到', '预算']) assert.ok(text.includes(word), word);
            await person.grant(card).click();
            const answer = await person.answer(page);
            assert.equal(person.minor(await answer.locator('.paid').innerText()), total);
            const plan = await person.ended(page, url);
            assert.equal(plan.state, 'done');
            assert.equal(plan.spent.amount, total);
            const ids = plan.steps
                .map((step) => step.output?.bookingId ?? step.output?.orderId)
                .filter(Boolean);
            assert.equal(ids.length, 5);
            const told = await answer.innerText();
            for (const id of ids) assert.ok(told.includes(id), `${id} in the answer`);
            assert.deepEqual((await answer.locator('.ids li').allInnerTexts()).sort(), ids.sort());
            assert.equal(await page.locator('.step:not([data-state=done])').count(), 0);
            await person.fits(page);
            await person.unfold(page);
            const labels = await page.locator('.step .label').allInnerTexts();
            assert.ok(labels.every((label) => /\p{Script=Han}/u.test(label)), `in Chinese: ${labels}`);
        },
    },

    undone: {
        locale: 'en-US',
        async run({ page, url }) {
            const said = 'Team-building for 6, Shanghai to Nanjing in three weeks, 2 days 1 night: rail, twin rooms, one group meal, supplies';
            await person.say(page, said);
            const card = await person.openCard(page);
            const quote = (await person.plan(page, url)).steps.find((step) => step.id === 'qHotel');
            const gone = await fetch(`${process.env.FLIGGY}/sandbox/items/${quote.input.offerId}`, {
                method: 'PATCH',
                headers: { 'Content-Type': 'application/json' },
                body: '{"stock":0}',
            });
            assert.equal(gone.status, 200);
            await person.grant(card).click();
            const answer = await person.answer(page);
            await page.locator('.plan[data-state=failed]').waitFor();
            assert.equal(await answer.getAttribute('data-state'), 'failed');
            assert.equal(await page.locator('.paid').count(), 0);
            await person.unfold(page);
            const state = (id) => page.locator(`.step[data-step=${id}]`).getAttribute('data-state');
            assert.equal(await state('hHotel'), 'failed');
            assert.equal(await state('hOut'), 'undone');
            assert.equal(await state('hBack'), 'undone');
            assert.equal(await state('pay'), 'skipped');
            assert.ok((await page.locator('.step .why').first().innerText()).length > 5);
        },
    },

    doubleClick: {
        async run({ page, context, url }) {
            await person.say(page, '帮我点两杯拿铁送到公司前台');
            const card = await person.openCard(page);
            const other = await context.newPage();
            await other.goto(page.url());
            const same = await person.openCard(other);
            const sent = [];
            context.on('request', (request) => request.url().includes('/consents/') && sent.push(request.url()));
            const twice = (button) => (button.click(), button.click());
            await Promise.all([person.grant(card).evaluate(twice), person.grant(same).evaluate(twice)]);
            await person.answer(page);
            await person.answer(other);
            assert.equal(sent.length, 2, 'each tab has sent its answer once');
            assert.equal(await person.grant(page.locator('.card')).count(), 0);
            const plan = await person.ended(page, url);
            assert.equal(plan.state, 'done');
            const paid = plan.steps.filter((step) => step.capability === 'alipay.payment.capture');
            assert.equal(paid.length, 1);
            assert.equal(plan.spent.amount, plan.consents[0].total.amount);
            assert.equal(await page.locator('.notice').count(), 0);
            assert.deepEqual(await person.seen(page), await person.seen(other));
        },
    },

    reload: {
        async run({ page, context, url }) {
            await person.say(page, OUTING);
            await person.openCard(page);
            const before = await person.seen(page);
            await page.reload();
            await person.openCard(page);
            assert.deepEqual(await person.seen(page), before);
            const other = await context.newPage();
            await other.goto(page.url());
            await person.grant(await person.openCard(other)).click();
            await person.answer(other);
            await person.answer(page);
            assert.equal((await person.ended(page, url)).state, 'done');
            const shown = await person.seen(page);
            assert.deepEqual(await person.seen(other), shown);
            await page.reload();
            await person.answer(page);
            assert.deepEqual(await person.seen(page), shown);
        },
    },

    refuse: {
        locale: 'en-US',
        async run({ page, url }) {
            await person.say(page, 'Two lattes to my office reception');
            await person.refuse(await person.openCard(page)).click();
            await page.locator('.card[data-state=refused]').waitFor();
            await page.locator('.plan[data-over=true]').waitFor();
            await person.answer(page);
            const plan = await person.ended(page, url);
            assert.notEqual(plan.state, 'done');
            assert.equal(plan.spent.amount, 0);
            assert.equal(await page.locator('.paid').count(), 0);
        },
    },

    cancel: {
        async run({ page, url }) {
            await person.say(page, OUTING);
            await person.openCard(page);
            await page.locator('.plan .stop').click();
            await page.locator('.plan[data-state=cancelled]').waitFor();
            await page.locator('.card[data-state=withdrawn]').waitFor();
            assert.equal(await page.locator('.plan .stop').count(), 0);
            const answer = await person.answer(page);
            assert.match(await answer.innerText(), /取消/);
            const plan = await person.ended(page, url);
            assert.equal(plan.spent.amount, 0);
            assert.ok(plan.steps.every((step) => !['done', 'dispatched'].includes(step.state) || !/hold|book|order|capture/.test(step.capability)));
        },
    },

    question: {
        async run({ page }) {
            await person.say(page, '帮我订个酒店');
            const question = page.locator('.question[data-open=true]');
            await question.waitFor();
            assert.match(await question.innerText(), /哪个城市/);
            await page.reload();
            await question.waitFor();
            await person.say(page, '杭州，下周五入住，住一晚，两个人，大床房');
            await page.locator('.question[data-open=false]').first().waitFor();
            await page.locator('.plan, .question[data-open=true]').first().waitFor();
            const second = page.locator('.question[data-open=true] .option');
            if (await second.count()) await second.first().click();
            await person.openCard(page);
            assert.match(await page.locator('.card .offer').first().innerText(), /杭州/);
        },
    },

    options: {
        elsewhere: true,
        async run({ page, url }) {
            // The offline planner asks with options seldom; what the page makes of them is the same.
            const asks = await stage(url, [
                ['question', { id: 'q', text: '房型？', questions: [{ id: 'm/room', slot: 'room', text: '房型？', options: ['双床房', '大床房'] }] }],
            ]);
            await page.goto(asks.url);
            await page.getByRole('button', { name: '大床房' }).click();
            await page.locator('.said', { hasText: '大床房' }).waitFor();
            const said = asks.asked.filter((one) => one.pathname.endsWith('/messages'));
            assert.deepEqual(said.map((one) => one.body.text), ['大床房']);
            asks.close();
        },
    },

    silent: {
        elsewhere: true,
        async run({ page, url }) {
            const step = { planId: 'p', stepId: 'out', capability: 'fliggy.train.search', label: '查高铁', state: 'dispatched' };
            const agents = [{ name: 'fliggy', health: 'silent' }, { name: 'taobao', health: 'silent' }];
            const waits = await stage(url, [['step', step], ['notice', { code: 'STUCK', message: 'x' }]], { '/api/agents': { agents } });
            await page.goto(waits.url);
            await page.locator('.notice').waitFor();
            await page.locator('#line[data-kind=silent]').waitFor();
            const line = await page.locator('#line').innerText();
            assert.match(line, /fliggy 暂时没有回应/);
            assert.doesNotMatch(line, /taobao/);
            waits.close();
        },
    },

    // Only where agent-amap was killed: see AgentDownIT.
    agentDown: {
        async run({ page }) {
            await person.say(page, '从西溪园区到杭州东站怎么走最快');
            await page.locator('.plan').waitFor();
            const answer = page.locator('.answer').first();
            await answer.waitFor({ timeout: 40_000 });
            assert.match(await answer.innerText(), /没有办成[^]*amap[^]*没有回应[^]*没有付款/);
            assert.doesNotMatch(await page.locator('#log').innerText(), /部分完成|TIMEOUT|NO_ANSWER|undefined/);
        },
    },

    languages: {
        locale: 'en-US',
        async run({ page }) {
            await page.getByRole('heading', { name: 'What shall be done?' }).waitFor();
            await page.getByRole('button', { name: '切换到中文' }).click();
            await page.getByRole('heading', { name: '想办什么事？' }).waitFor();
            assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
            await page.reload();
            await page.getByRole('heading', { name: '想办什么事？' }).waitFor();
            await page.getByRole('button', { name: 'Switch to English' }).click();
            await page.getByRole('heading', { name: 'What shall be done?' }).waitFor();
        },
    },

    phone: {
        viewport: PHONE,
        colorScheme: 'dark',
        async run({ page }) {
            await person.fits(page);
            await person.say(page, OUTING);
            const card = await person.openCard(page);
            await person.fits(page);
            await person.grant(card).click();
            await person.answer(page);
            await page.locator('.plan[data-state=done]').waitFor();
            await person.unfold(page);
            await person.fits(page);
            await page.locator('.menu').click();
            const link = page.locator('.recent a[aria-current=page]');
            await link.waitFor();
            assert.match(await link.innerText(), /12人从北京/);
        },
    },

    reconnect: {
        elsewhere: true,
        async run({ page, url }) {
            const line = await lineTo(url);
            await page.goto(line.url);
            await person.say(page, '你好，讲个笑话');
            await person.answer(page);
            line.cut();
            await page.locator('#line[data-kind=lost]').waitFor();
            await person.say(page, '从西溪园区到杭州东站怎么走最快');
            await page.locator('.said.sending').waitFor();
            line.mend();
            await person.answer(page, 2);
            await page.locator('#line').waitFor({ state: 'hidden' });
            assert.equal(await page.locator('.said').count(), 2);
            assert.equal(await page.locator('.answer').count(), 2);
            const { messages } = await person.get(url, `/api/conversations/${person.conversation(page)}`);
            assert.equal(messages.filter((message) => message.role === 'person').length, 2);
            line.close();
        },
    },

    trouble: {
        locale: 'en-US',
        async run({ page, url }) {
            await page.goto('/?c=c_nobody');
            await page.getByText('There is no such conversation').waitFor();
            await page.goto('/');
            await person.say(page, 'Two lattes to my office reception');
            await person.openCard(page);
            // Another program has refused what this person is about to grant.
            await page.route('**/consents/*', async (route) => {
                const { consents } = await person.get(url, `/api/conversations/${person.conversation(page)}`);
                await fetch(route.request().url(), {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json' },
                    body: JSON.stringify({ decision: 'refuse', hash: consents[0].hash }),
                });
                await route.continue();
            });
            await person.grant(page.locator('.card')).click();
            await page.getByText('This card was answered otherwise already').waitFor();
            await page.locator('.card[data-state=refused]').waitFor();
            await person.answer(page);
        },
    },

    markup: {
        async run({ page }) {
            await person.say(page, '你好 <img src=x onerror="document.title=1"> <b>讲个笑话</b>');
            await person.answer(page);
            assert.equal(await page.locator('.log img, .log b').count(), 0);
            assert.match(await page.locator('.said').innerText(), /<b>讲个笑话<\/b>/);
        },
    },

    keyboard: {
        async run({ page }) {
            await person.say(page, '帮我点两杯拿铁送到公司前台');
            const card = await person.openCard(page);
            assert.equal(await page.locator('#log').getAttribute('role'), 'log');
            for (let nth = 0; nth < 40; nth++) {
                await page.keyboard.press('Shift+Tab');
                if (await grantHasFocus(page)) break;
            }
            assert.ok(await grantHasFocus(page), 'the yes can be reached by keyboard');
            await page.keyboard.press('Enter');
            await page.locator('.card[data-state=granted]').waitFor();
            await card.waitFor({ state: 'detached' });
            await person.answer(page);
        },
    },
};

const grantHasFocus = (page) =>
    page.evaluate(() => document.activeElement?.dataset.answer === 'grant');
