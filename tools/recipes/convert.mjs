// Takes the recipes of the npm package howtocook-mcp (ISC) into the table that the flash sandbox reads.
// Not part of the build; README.md beside this file says when and how it is run.
import {readFileSync} from 'node:fs';

const [source, ingredientsTable] = process.argv.slice(2);
if (!ingredientsTable) {
    console.error('usage: node convert.mjs all_recipes.json ingredients.csv > recipes.csv');
    process.exit(2);
}

const rows = file => readFileSync(file, 'utf8').split('\n')
    .filter(line => line.trim() && !line.startsWith('#'))
    .map(line => line.split('|').map(cell => cell.trim()));

const table = rows(ingredientsTable);

/** Every name of an ingredient, the longest first, with the name it is written under. */
const names = table
    .flatMap(([name, also]) => [name, ...also.split(';')].filter(Boolean).map(alias => ({alias, name})))
    .sort((a, b) => b.alias.length - a.alias.length);

/** What one weighs, and what hardly counts as food. */
const weights = new Map(table.map(row => [row[0], Number(row[3]) || 0]));
const staples = new Set(table.filter(row => row[4]).map(row => row[0]));
const GRAMS_FOR_ONE = 250;

const DIGITS = {一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 半: 0.5};
const NUMBER = '(\\d+\\/\\d+|\\d+(?:\\.\\d+)?|[一二两三四五六七八九十半])';
const UNIT = '(千克|公斤|kg|毫升|汤匙|茶匙|小勺|大勺|ml|mL|ML|克|斤|两|升|个|只|根|颗|头|片|瓣|块|棵|粒|条|把|包|袋|盒|罐|朵|枚|支|段|张|勺|g|G|l|L)';
const AMOUNT = new RegExp(`${NUMBER}\\s*(?:g|ml|mL|克)?\\s*(?:[-~～至到—]\\s*${NUMBER})?\\s*${UNIT}(?![a-z])`);
/** What a unit is written as, and how many of that one is. */
const UNITS = {
    克: ['g', 1], g: ['g', 1], G: ['g', 1], 千克: ['g', 1000], 公斤: ['g', 1000], kg: ['g', 1000], 斤: ['g', 500], 两: ['g', 50],
    毫升: ['ml', 1], ml: ['ml', 1], mL: ['ml', 1], ML: ['ml', 1], 升: ['ml', 1000], l: ['ml', 1000], L: ['ml', 1000],
    汤匙: ['ml', 15], 大勺: ['ml', 15], 勺: ['ml', 15], 茶匙: ['ml', 5], 小勺: ['ml', 5],
};
const TOOL = new RegExp('[锅刀盆碗机纸膜模具箱炉盘勺筛棒杖器壶布网杯袋盒罐夹碟架铲称秤笼子]$|原料|工具|配料|必须|必备|可选|注[:：]|一般|主料|辅料|调料|调味|单人|以下'
    + '|份量|温度|材料|步骤|水$|冰块|数量|量$|备用|适量|手套|砧板|吸管|研杵|筷|篦|直径|如果|作为|根据|容器|电饼铛|披萨石|牙签|小料|大小|网孔|约$|共需|烤箱|空气炸锅|蒸料|蘸料|菜类|肉类|菜码');

const number = text => text in DIGITS ? DIGITS[text]
    : text.includes('/') ? text.split('/').reduce((a, b) => a / b) : Number(text);

/** "200-250g" → {amount: 225, unit: 'g'}; undefined when no amount is said. */
function amount(text) {
    const found = AMOUNT.exec(text);
    if (!found) {
        return undefined;
    }
    const low = number(found[1]);
    const high = found[2] ? number(found[2]) : low;
    const [unit, times] = UNITS[found[3]] ?? [found[3], 1];
    return {amount: (low + high) / 2 * times, unit};
}

/** 份数*1.5 without a unit: so many pieces for each. */
function each(text) {
    const found = /份数\s*\\?\*\s*(\d+(?:\.\d+)?)\s*(?=[）)/]|$)/.exec(text);
    return found ? {amount: Number(found[1]), unit: '个'} : undefined;
}

/** The name it is written under; undefined when it is no ingredient of the table. */
function known(name) {
    const exact = names.find(({alias}) => alias === name);
    const within = names.find(({alias}) => alias.length > 1 && name.length <= 14 && name.includes(alias));
    return (exact ?? within)?.name;
}

function ingredientsOf(recipe) {
    const found = new Map();
    for (const {name: said, text_quantity: text} of recipe.ingredients) {
        const line = (text ?? said).replace(/^-\s*/, '');
        const bare = said.replace(/（.*|\(.*/, '').replace(/`/g, '').split(/[=：:，,]/)[0]
            .replace(new RegExp(`${NUMBER}\\s*(?:[-~～]\\s*${NUMBER})?\\s*${UNIT}`, 'g'), '').replace(/[\d\s*.~-]/g, '');
        const name = known(bare) ?? (/^[\u4e00-\u9fff]{2,6}$/.test(bare) && !TOOL.test(bare) && !TOOL.test(said) ? bare : undefined);
        if (!name || /^水$|清水|开水|热水|冷水/.test(bare)) {
            continue;
        }
        const entry = found.get(name) ?? {name, optional: true, parts: new Map()};
        const optional = /可选|可不|备选|可无|不喜|也可以不/.test(line);
        const measured = amount(line.startsWith(said) ? line.slice(said.length) : line) ?? amount(line) ?? each(line);
        entry.optional &&= optional;
        if (measured) {
            // The same line twice is one amount; 生抽 and 老抽 of one dish are two.
            entry.parts.set(`${bare} ${measured.amount}`, measured);
        }
        found.set(name, entry);
    }
    return [...found.values()].map(total);
}

function total({name, optional, parts}) {
    const measured = [...parts.values()];
    const unit = measured[0]?.unit ?? '';
    const sum = measured.filter(part => part.unit === unit).reduce((a, part) => a + part.amount, 0);
    return {name, optional, amount: Math.round(sum * 100) / 100, unit};
}

const written = ({name, optional, amount, unit}) =>
    [name, amount || '', amount ? unit : ''].join(' ').trim() + (optional ? '?' : '');

/** 1 where quantities are said for each person, what is said for so many, else what the weight feeds: an estimate. */
function servings(recipe, ingredients) {
    const all = JSON.stringify([recipe.ingredients, recipe.description, recipe.additional_notes]);
    const people = /(\d)\s*(?:[-~]\s*\d)?\s*人份/.exec(all);
    if (/份数|每人|\/per|一人份/.test(all) || people) {
        return people && !/份数/.test(all) ? Number(people[1]) : 1;
    }
    const grams = ingredients.filter(({name}) => !staples.has(name))
        .reduce((sum, {name, amount, unit}) => sum + (unit === 'g' ? amount : unit === 'ml' ? 0 : amount * (weights.get(name) ?? 0)), 0);
    return grams < 100 ? 2 : Math.min(8, Math.max(1, Math.round(grams / GRAMS_FOR_ONE)));
}

/** The times named in the steps, and a minute a step; what waits over an hour is done beforehand. Empty without steps. */
function minutes(recipe) {
    let sum = 0;
    for (const {description} of recipe.steps) {
        for (const said of description.matchAll(/(\d+(?:\.\d+)?)\s*(?:[-~～至到]\s*(\d+(?:\.\d+)?))?\s*(分钟|小时)/g)) {
            const time = Number(said[2] ?? said[1]) * (said[3] === '小时' ? 60 : 1);
            sum += time <= 60 ? time : 0;
        }
    }
    const all = sum + recipe.steps.length;
    return recipe.steps.length ? Math.min(180, Math.max(5, 5 * Math.ceil(all / 5))) : '';
}

const recipes = JSON.parse(readFileSync(source, 'utf8'));
console.log('# Recipes of the npm package howtocook-mcp 0.2.2 (ISC), made by tools/recipes/convert.mjs; see NOTICE.');
console.log('# id|dish|category|difficulty 1 to 5|servings|minutes|ingredients: name amount unit, ? where it may be left out');
let index = 0;
const taken = new Set();
for (const recipe of recipes) {
    index++;
    const name = recipe.name.replace(/的做法$/, '').replace(/食谱$/, '').replace(/[|;]/g, ' ');
    const ingredients = ingredientsOf(recipe);
    if (taken.has(name) || ingredients.length === 0) {
        continue;
    }
    taken.add(name);
    console.log([`R${String(index).padStart(3, '0')}`, name, recipe.category, recipe.difficulty ?? '',
        servings(recipe, ingredients), minutes(recipe), ingredients.map(written).join(';')].join('|'));
}
