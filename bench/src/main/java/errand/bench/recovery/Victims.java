package errand.bench.recovery;

import java.nio.file.Path;
import java.util.ServiceLoader;

/** The services of an installation made for measuring, which may be killed. */
public interface Victims {

    /** As {@code kill -9}; returns when the process is gone. */
    void kill(String service);

    /** Begins to start what was killed, as {@code ./errand restart} does. */
    void start(String service);

    /** Waits until the service says that it does its work. */
    void awaitReady(String service);

    /** Whoever knows the processes of a data folder. */
    interface Provider {

        Victims of(Path data);
    }

    /** Of the installation on this data folder. */
    static Victims of(Path data) {
        return ServiceLoader.load(Provider.class)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Nothing on the class path can restart services; start it"
                                                + " with ./errand bench"))
                .of(data);
    }
}
