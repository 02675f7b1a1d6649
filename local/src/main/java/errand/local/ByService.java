package errand.local;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/** Tells Logback whose log a line belongs to, where several services share one JVM. */
public final class ByService extends AbstractDiscriminator<ILoggingEvent> {

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        return RunningAs.name();
    }

    @Override
    public String getKey() {
        return "service";
    }
}
