package errand.orchestrator;

import errand.orchestrator.engine.EngineLifecycle;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * The context of the service. The engine begins to start before anything else is made: after a
 * crash plans go on while web and view are still being put together.
 */
final class EngineFirst extends AnnotationConfigServletWebServerApplicationContext {

    @Override
    protected void onRefresh() {
        getBeanProvider(EngineLifecycle.class).ifAvailable(EngineLifecycle::startAhead);
        super.onRefresh();
    }
}
