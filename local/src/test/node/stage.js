// The real page before a service that says what a scenario wants it to say.

import http from 'node:http';

/**
 * @param url where the page itself is
 * @param events of the one conversation, as [name, data]
 * @param answers JSON by path
 */
export async function stage(url, events, answers = {}) {
    const asked = [];
    const server = http.createServer(async (request, response) => {
        const { pathname } = new URL(request.url, url);
        if (pathname.endsWith('/events')) {
            response.writeHead(200, { 'Content-Type': 'text/event-stream' });
            events.forEach(([name, data], nth) =>
                response.write(`id: 0-1-${nth}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
            );
            return;
        }
        if (pathname.startsWith('/api/')) {
            let body = '';
            for await (const part of request) body += part;
            asked.push({ method: request.method, pathname, body: body && JSON.parse(body) });
            response.writeHead(200, { 'Content-Type': 'application/json' });
            response.end(JSON.stringify(answers[pathname] ?? { items: [], messageId: 'm_1' }));
            return;
        }
        const file = await fetch(url + pathname);
        response.writeHead(file.status, Object.fromEntries(file.headers));
        response.end(Buffer.from(await file.arrayBuffer()));
    });
    await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
    return {
        url: `http://127.0.0.1:${server.address().port}/?c=c_1`,
        asked,
        close() {
            server.closeAllConnections();
            server.close();
        },
    };
}
