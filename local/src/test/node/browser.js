// Scenarios on the page in a real Chromium: node browser.js URL FOLDER CHROMIUM SCENARIO…
// A line of JSON for each, {name, ok, millis, error?}; a picture of its end is kept in FOLDER.

import { chromium } from 'playwright-core';
import { scenarios } from './scenarios.js';

const LONGEST = 45_000;
const [url, folder, executablePath, ...names] = process.argv.slice(2);

const browser = await chromium.launch({
    executablePath,
    args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
    ],
});
for (const name of names) {
    const began = Date.now();
    const error = await run(name).catch((failed) => failed.stack);
    console.log(JSON.stringify({ name, ok: !error, millis: Date.now() - began, error }));
}
await browser.close();

async function run(name) {
    const scenario = scenarios[name];
    if (!scenario) throw new Error(`No scenario '${name}'; there are: ${Object.keys(scenarios)}`);
    const context = await browser.newContext({
        locale: scenario.locale ?? 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        viewport: scenario.viewport ?? { width: 1280, height: 800 },
        colorScheme: scenario.colorScheme ?? 'light',
        baseURL: url,
    });
    context.setDefaultTimeout(15_000);
    const faults = [];
    context.on('weberror', (error) => faults.push(`page: ${error.error()}`));
    context.on('console', (message) => {
        // What a scenario breaks on purpose (a cut line) is said on the console too.
        if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) {
            faults.push(`console: ${message.text()}`);
        }
    });
    let timer;
    const late = new Promise((_, no) => {
        timer = setTimeout(() => no(new Error(`'${name}' has not ended within 45 s`)), LONGEST);
    });
    try {
        const page = await context.newPage();
        // From one origin to another Chromium holds the first page's policy against the second's icon.
        if (!scenario.elsewhere) await page.goto('/');
        await Promise.race([scenario.run({ page, context, url }), late]);
        if (faults.length > 0) throw new Error('The browser has complained.');
        await page.setViewportSize(scenario.picture ?? page.viewportSize());
        await page.screenshot({ path: `${folder}/${name}.png` });
        return undefined;
    } catch (failed) {
        for (const [nth, one] of context.pages().entries()) {
            await one.screenshot({ path: `${folder}/${name}-failed-${nth}.png` }).catch(() => {});
        }
        return [failed.stack, ...faults].join('\n');
    } finally {
        clearTimeout(timer);
        await context.close();
    }
}
