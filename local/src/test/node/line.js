// A line to the service that can be cut.

import net from 'node:net';

export async function lineTo(url) {
    const { hostname, port } = new URL(url);
    const open = new Set();
    let cut = false;
    const server = net.createServer((near) => {
        if (cut) return near.destroy();
        const far = net.connect(Number(port), hostname);
        for (const [one, other] of [[near, far], [far, near]]) {
            open.add(one);
            one.on('error', () => other.destroy());
            one.on('close', () => {
                open.delete(one);
                other.destroy();
            });
            one.pipe(other);
        }
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    const cutAll = () => open.forEach((one) => one.destroy());
    return {
        url: `http://127.0.0.1:${server.address().port}/`,
        cut() {
            cut = true;
            cutAll();
        },
        mend() {
            cut = false;
        },
        close() {
            cutAll();
            server.close();
        },
    };
}
