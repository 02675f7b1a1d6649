package errand.orchestrator.planner.service;

import errand.runtime.kafka.AgentOnKafka;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the planner beside the engine; the service is up before it, and thinks once it is here.
 */
final class PlannerService implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PlannerService.class);

    private final AgentOnKafka agent;
    private volatile boolean running;

    PlannerService(AgentOnKafka agent) {
        this.agent = agent;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("planner-start").start(this::begin);
    }

    private void begin() {
        try {
            agent.start();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            log.error("The planner could not start; messages are answered with an excuse", failed);
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            agent.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the view and the directory, beside the engine. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 512;
    }
}
