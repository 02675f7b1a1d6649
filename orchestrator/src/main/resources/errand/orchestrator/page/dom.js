// Builds and reuses elements. Text only ever becomes text nodes, never markup.

/** An element with attributes, listeners (`onclick`) and children; null and false are left out. */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
        else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat(Infinity).filter((child) => child || child === 0));
    return element;
}

const shown = new WeakMap();

/**
 * Makes the children of `parent` show `items`. An element stays as long as its item is the same
 * object; `make(item, before)` gives its successor, which may be `before` itself, updated.
 */
export function keyed(parent, items, make) {
    const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
    let next = parent.firstElementChild;
    for (const item of items) {
        let element = before.get(item.key);
        before.delete(item.key);
        if (!element || shown.get(element) !== item) {
            const made = make(item, element);
            made.dataset.key = item.key;
            shown.set(made, item);
            if (element && element !== made) {
                if (next === element) next = made;
                element.replaceWith(made);
            }
            element = made;
        }
        if (element === next) next = next.nextElementSibling;
        else parent.insertBefore(element, next);
    }
    for (const gone of before.values()) gone.remove();
}
