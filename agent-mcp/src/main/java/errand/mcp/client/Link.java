package errand.mcp.client;

import errand.agent.TransientFailure;
import errand.mcp.settings.McpProperties;
import errand.mcp.settings.ServerSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps a session with one server: opens it, watches it, and opens it again, waiting longer each
 * time it fails.
 */
public final class Link implements AutoCloseable {

    /** Hears what the server has to offer, at first and whenever it may have changed. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Returns when calls may come.
         *
         * @throws Exception why the server is of no use as it is; it is tried again later
         */
        void offered(Offers offers) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    /** Several changes that come together are one. */
    private static final Duration SETTLES = Duration.ofMillis(200);

    private static final int MISSES = 2;

    private final String agent;
    private final ServerSettings server;
    private final McpProperties times;
    private final Listener listener;
    private final Semaphore attention = new Semaphore(0);
    private final Thread thread;
    private volatile @Nullable Session session;
    private volatile String why = "it was not reached yet";
    private volatile boolean changed;
    private volatile boolean closed;

    public Link(String agent, ServerSettings server, McpProperties times, Listener listener) {
        this.agent = agent;
        this.server = server;
        this.times = times;
        this.listener = listener;
        this.thread = Thread.ofVirtual().name("mcp-" + agent).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Whether the server answers. */
    public boolean isUp() {
        Session now = session;
        return now != null && !now.lost().isDone();
    }

    /** Why it does not, in words; the last reason while it is up. */
    public String why() {
        return why;
    }

    /**
     * Sends a call to the tool; nobody else times it.
     *
     * @throws TransientFailure {@code SERVER_DOWN} when there is no session: nothing was sent
     */
    public CompletableFuture<JsonNode> call(String tool, ObjectNode arguments) {
        Session now = session;
        if (now == null || now.lost().isDone()) {
            throw down();
        }
        CompletableFuture<JsonNode> answer = now.call(tool, arguments);
        return answer.whenComplete(
                (result, failure) -> {
                    if (failure != null) {
                        attention.release(); // is it still there?
                    }
                });
    }

    /** What a task is told while the server is down. */
    public TransientFailure down() {
        return new TransientFailure(
                "SERVER_DOWN",
                "The MCP server of agent '%s' cannot be reached: %s. Nothing was sent to it."
                        .formatted(agent, why));
    }

    private void run() {
        Duration wait = times.restartAfter();
        try {
            while (!closed) {
                long began = System.nanoTime();
                holdOrSayWhy();
                boolean stood = System.nanoTime() - began > times.restartAtMost().toNanos();
                wait = stood ? times.restartAfter() : wait;
                LOG.warn(
                        "The MCP server of agent '{}' is down: {}. Next try in {} ms.",
                        agent,
                        why,
                        wait.toMillis());
                Thread.sleep(wait);
                Duration twice = wait.multipliedBy(2);
                wait = twice.compareTo(times.restartAtMost()) > 0 ? times.restartAtMost() : twice;
            }
        } catch (InterruptedException e) {
            LOG.debug("The link of agent '{}' is closed", agent);
        }
    }

    private void holdOrSayWhy() throws InterruptedException {
        try {
            hold();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (closed) {
                throw new InterruptedException();
            }
            why = said(e);
        } finally {
            session = null;
        }
    }

    /** Returns, or throws, when the session is over. */
    private void hold() throws Exception {
        changed = false;
        try (Session opened =
                Session.open(agent, server, times.initializeWithin(), this::toolsChanged)) {
            var unused = opened.lost().thenRun(attention::release);
            Offers offers = opened.offers(times.initializeWithin());
            session = opened;
            listener.offered(offers);
            LOG.info("The MCP server of agent '{}' is up.", agent);
            watch(opened);
        }
    }

    private void watch(Session opened) throws Exception {
        int missed = 0;
        while (!closed && !opened.lost().isDone()) {
            Duration wait = missed == 0 ? times.pingEvery() : times.restartAfter();
            boolean called = attention.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
            attention.drainPermits();
            if (opened.lost().isDone()) {
                break;
            }
            if (called && changed) {
                Thread.sleep(SETTLES);
                changed = false;
                listener.offered(opened.offers(times.initializeWithin()));
            }
            missed = answers(opened) ? 0 : missed + 1;
            if (missed >= MISSES) {
                why = "it does not answer any more";
                return;
            }
        }
        why = "its process ended";
    }

    private boolean answers(Session opened) throws InterruptedException {
        try {
            opened.ping(times.pingEvery());
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("No ping from the MCP server of agent '{}'", agent, e);
            return false;
        }
    }

    private void toolsChanged() {
        changed = true;
        attention.release();
    }

    private static String said(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        if (thrown instanceof ExecutionException || thrown instanceof TimeoutException) {
            return String.valueOf(root.getMessage());
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message.strip();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
